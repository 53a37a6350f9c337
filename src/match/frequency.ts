/**
 * Common names say less. Surnames: bearers per 100,000 people in the 2010 US census; given names: share of living
 * people in US Social Security data, rounded. Both are public-domain statistics. A name that is not listed is rarer
 * than all of them.
 */
const SURNAMES = `smith 828 johnson 655 williams 551 brown 487 jones 483 garcia 395 miller 394 davis 378 rodriguez 371 martinez 359
hernandez 354 lopez 297 gonzalez 285 wilson 272 anderson 266 thomas 256 taylor 255 moore 246 jackson 240 martin 238 lee 235 perez 231
thompson 225 white 224 harris 212 sanchez 208 clark 191 ramirez 189 lewis 180 robinson 180 walker 177 young 164 allen 164 king 158
wright 156 scott 149 torres 148 nguyen 149 hill 147 flores 146 green 146 adams 145 nelson 144 baker 142 hall 139 rivera 132
campbell 131 mitchell 130 carter 128 roberts 127 gomez 124 phillips 122 evans 121 turner 118 diaz 118 parker 115 cruz 114 edwards 113
collins 109 reyes 109 stewart 107 morris 106 morales 105 murphy 105 cook 104 rogers 103 gutierrez 97 ortiz 97 morgan 97 cooper 96
peterson 96 bailey 95 reed 94 kelly 94 howard 93 ramos 92 kim 89 cox 89 ward 88 richardson 88 watson 85 brooks 85 chavez 84 wood 84
james 83 bennett 82 gray 80 mendoza 80 ruiz 79 hughes 79 price 78 alvarez 78 castillo 77 sanders 76 patel 78 myers 75 long 74 ross 74
foster 74 jimenez 73 wang 65 chen 61 li 60 singh 52 khan 41 ali 36`;
const GIVEN = `james 1000 john 960 robert 950 michael 1000 william 850 david 870 joseph 700 richard 700 thomas 660 charles 650 christopher 630
daniel 580 matthew 500 anthony 450 mark 430 donald 400 steven 400 paul 380 andrew 400 joshua 370 kenneth 350 kevin 350 brian 340 george 380
mary 1000 patricia 480 jennifer 470 linda 450 elizabeth 520 barbara 430 susan 350 jessica 330 sarah 330 karen 310 lisa 300 nancy 300
maria 330 sandra 280 betty 280 ashley 270 emily 270 kimberly 260 margaret 300 donna 250 michelle 250 carol 250 amanda 240 melissa 230
jose 300 juan 220 carlos 150 luis 150 ana 100 mohammed 120 muhammad 120 wei 60`;

const table = (text: string): ReadonlyMap<string, number> => {
  const words = text.split(/\s+/);
  return new Map(words.flatMap((word, i) => (i % 2 === 0 ? [[word, Number(words[i + 1])] as const] : [])));
};
const surnames = table(SURNAMES);
const given = table(GIVEN);

/** What an agreement on this name is worth, relative to the published average weight: 0.75 (Smith) to 1.1. */
export function rarity(kind: 'family' | 'given', folded: string): number {
  const count = (kind === 'family' ? surnames : given).get(folded);
  if (count === undefined) return 1.1;
  const [typical, steepness] = kind === 'family' ? [60, 0.1] : [180, 0.12];
  return Math.min(1.05, Math.max(0.75, 1 - steepness * Math.log(count / typical)));
}

export const listedGiven = (): Iterable<string> => given.keys();
