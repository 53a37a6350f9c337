/**
 * One name as different people write it: transliterations and spellings, a line for each name. Unlike the short forms
 * of nicknames.ts these hold for surnames as well. Compiled for this product from common knowledge of passports.
 */
const CLASSES = `
mohammed muhammad mohamed mohammad muhammed mohamad mohamud muhamed mohammod
ahmed ahmad ahmet
hussein hussain husain hossein husayn hossain hussien husein huseyin
hassan hasan
yusuf yousef youssef yousuf yusef yousif
fatima fatimah fatema
aisha ayesha aysha aicha aishah
khadija khadijah hadija
khalid khaled
omar umar
osama usama
abdullah abdallah abdulla abdullahi
abdulrahman abdurrahman abdelrahman abdirahman abdrahman
saeed said
ali aly
ibrahim ebrahim
mustafa mostafa moustafa mustapha
nour noor nur
layla leila laila leyla
zainab zaynab zeinab zaineb
maryam mariam miriam meryem
karim kareem
rashid rasheed
jamal gamal
hamid hameed
tariq tarek tarik
samir sameer
amina aminah ameena
sergei sergey serge
dmitri dmitry dimitri dmitriy
yuri yury iurii yuriy
aleksei alexei alexey aleksey
andrei andrey
nikolai nikolay
tatiana tatyana
natalia natalya nataliya
ekaterina yekaterina
yevgeny evgeny evgeni yevgeniy evgenii
oleksandr aleksandr
volodymyr vladimir
chaim haim hayim
yitzhak itzhak isaac
moshe moishe
yaakov yakov
krishnamurthy krishnamurti krishnamoorthy
lakshmi laxmi
srinivasan shrinivasan
chaudhary choudhary chaudhry chowdhury choudhury
mukherjee mukherji
banerjee banerji
stephen steven
catherine katherine kathryn katharine catharine katheryn
ann anne
sara sarah
eric erik erick
mark marc
alan allan allen
philip phillip
geoffrey jeffrey
brian bryan
sean shaun shawn
lindsay lindsey
theresa teresa
deborah debra
elizabeth elisabeth
kristin kristen
kristina christina
rachel rachael
rebecca rebekah
caitlin kaitlyn katelyn kaitlin
megan meghan
michelle michele
nicholas nicolas
jonathan jonathon johnathan
matthew mathew
lawrence laurence
frederick frederic
zachary zachery zackary
cathy kathy
carl karl
smith smyth smythe
schmidt schmid schmitt
lee yi rhee
park pak bak
choi choe
zhang chang
zhou chow chou
hernandez hernandes
gonzalez gonzales
rodriguez rodrigues
lopez lopes
gomez gomes
perez peres
martinez martines
alvarez alvares
`;

const classesOf = new Map<string, readonly number[]>();
CLASSES.trim()
  .split('\n')
  .forEach((line, number) => {
    for (const name of line.split(' ')) classesOf.set(name, [...(classesOf.get(name) ?? []), number]);
  });

/** Folded names that are one name in two spellings: 'mohammed' and 'muhammad'. */
export function areSpellings(a: string, b: string): boolean {
  const x = classesOf.get(a);
  const y = x && classesOf.get(b);
  return y !== undefined && x !== undefined && x.some((each) => y.includes(each));
}

export const spelledNames = (): Iterable<string> => classesOf.keys();
