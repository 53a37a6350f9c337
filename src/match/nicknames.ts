/**
 * Given names that one person goes by: a line is a class, and a name may stand in several. Common knowledge of English,
 * Spanish, German and Slavic usage, compiled for this product.
 */
const CLASSES = `
abigail abby gail
albert al bert bertie
alexander alex alec sandy sasha xander alejandro aleksandr
alexandra alex alexa sandra sasha alejandra
alfred al fred alfie alf
allison alison allie ally
amanda mandy
andrew andy drew andreas andres
angela angie angelina
anthony tony antonio anton
antonia toni
arthur art artie
barbara barb barbie babs
benjamin ben benny benji
bernard bernie
beverly bev
bradley brad
caroline carolyn carol carrie
catherine katherine kathryn katharine kate katie kathy cathy kitty kay katarina ekaterina katya
charles charlie chuck carl carlos karl
charlotte lottie charlie
christina christine chris tina chrissy kristina kristin
christopher chris topher kit cristobal
clifford cliff
cynthia cindy
daniel dan danny
david dave davey
deborah debra deb debbie
dennis denny
dolores lola
donald don donnie
dorothy dot dottie dolly
douglas doug
edward ed eddie ted teddy ned eduardo
eleanor ellie nell nora elena
elizabeth elisabeth liz lizzie beth betty betsy eliza elsie libby lisa bess isabel
emily em emmy
eugene gene
eva evie eve
florence flo
frances fran frannie fanny
francis frank francisco frankie paco
frederick fred freddie fritz federico
gabriel gabe
gabrielle gabby
gerald gerry jerry
gertrude trudy
gregory greg
guadalupe lupe
harold hal harry
helen nell ellen lena elena
henry hank harry enrique heinrich heinz
howard howie
isabella bella izzy isabel
jacob jake jakob
jacqueline jackie
james jim jimmy jamie jaime diego
janet jan
jeffrey geoffrey jeff geoff
jennifer jen jenny
jessica jess jessie
joan joanie
john jack johnny jon juan johann hans ivan
jonathan jon jonny
jose pepe joseph
joseph joe joey josef jose
joshua josh
josephine jo josie
judith judy
julia julie
katrina trina
kenneth ken kenny
kimberly kim
laura laurie
lawrence larry laurence lorenzo
leonard len lenny leo
lillian lily lil
louis lou louie luis ludwig
louise lou
madeline maddie
manuel manny
margaret maggie meg peg peggy marge margie greta rita daisy margarita margarete
maria mary marie mariya
martha marty patsy
martin marty
mary molly polly maria mamie
matthew matt mateo matthias
maximilian max
megan meg
melissa missy mel
michael mike mick mickey miguel mikhail misha
michelle shelly
mildred millie
nancy nan
natalie nat
natalya natasha
nathaniel nathan nate nat
nicholas nick nicky nicolas nikolai kolya
nicole nicky
norman norm
olivia liv livvy
pamela pam
patricia pat patty trish tricia
patrick pat paddy
paul pablo pavel
peter pete pedro pyotr
philip phillip phil felipe
priscilla cilla
rachel rae
ralph rafe
raymond ray
rebecca becky becca
richard rick ricky rich richie dick ricardo
robert rob robbie bob bobby bert roberto
rodney rod
roger rodge
ronald ron ronnie
rosemary rose rosie
russell russ
ruth ruthie
samantha sam sammy
samuel sam sammy
sandra sandy
sarah sara sally sadie
sharon shari
sophia sofia sophie
stanley stan
stephanie steph
stephen steven steve esteban stefan
susan sue susie suzanne susanna
sylvia sylvie
tamara tammy
terence terrence terry
teresa theresa terri tess tessa
theodore ted teddy theo
thomas tom tommy
timothy tim timmy
valerie val
veronica vera ronnie
victor vic
victoria vicky tori
vincent vince vinny
virginia ginny ginger
vladimir vova volodya
walter walt wally
wendy gwendolyn gwen
wilhelmina willa mina
william will bill billy willie liam guillermo wilhelm
yevgeny evgeny zhenya
zachary zach zack
`;

const classesOf = new Map<string, Set<number>>();
CLASSES.trim()
  .split('\n')
  .forEach((line, number) => {
    for (const name of line.split(' ')) classesOf.set(name, (classesOf.get(name) ?? new Set()).add(number));
  });

/** Folded given names that may be one person's: 'bill' and 'william'. */
export function areNicknames(a: string, b: string): boolean {
  const [x, y] = [classesOf.get(a), classesOf.get(b)];
  if (!x || !y) return false;
  for (const each of x) if (y.has(each)) return true;
  return false;
}
