/**
 * Given names that one person goes by: a line is a class, and a name may stand in several. Behind the bar: the same name
 * in another language, or a form that has become a name of its own, which sisters and brothers may bear side by side.
 * Common knowledge of English, Spanish, German and Slavic usage, compiled for this product.
 */
const CLASSES = `
abigail abby gail
albert al bert bertie
alejandro ale alex
aleksandr sasha
alexander alex sandy sasha xander | alejandro aleksandr alec
alexandra alex sasha | sandra alejandra alexa
alfred al fred alfie alf
allison alison allie ally
amanda mandy
anastasia nastya stacy ana
andrew andy drew | andreas andres
angela angie | angelina
ann anne annie | anna hannah ana anya
anthony tony | antonio anton
antonia toni
antonio tono toni
arthur art artie
barbara barb barbie babs
benjamin ben benny benji
bernard bernie
beverly bev
bradley brad
caroline carrie | carolyn carol
catherine katherine kathryn katharine kate katie kathy cathy kitty kay | katarina ekaterina katya
charles charlie chuck | carl carlos karl
charlotte lottie charlie
christina chris tina chrissy | kristina kristin christine
christopher chris topher kit | cristobal
clifford cliff
concepcion concha conchita
cynthia cindy
daniel dan danny
david dave davey
deborah debra deb debbie
dennis denny
dmitri dima
dolores lola
dolores lola loli
donald don donnie
dorothy dot dottie dolly
douglas doug
eduardo lalo
edward ed eddie ted teddy ned | eduardo
eleanor ellie nell | elena nora
elizabeth elisabeth liz lizzie beth betty betsy elsie libby bess | isabel eliza lisa
ellen ellie nell
emily em emmy
enrique quique
eugene gene
eva evie eve
florence flo
frances fran frannie fanny
francis frank frankie | francisco paco
francisca paca
francisco pancho paco
frederick fred freddie fritz | federico
gabriel gabe
gabrielle gabby
gerald gerry jerry
gertrude trudy
grace gracie
gregory greg
guadalupe lupe
harold hal harry
helen nell | elena lena ellen
henry hank harry | enrique heinrich heinz
howard howie
ignacio nacho
isabella izzy | isabel bella
jacob jake jakob
jacqueline jackie
james jim jimmy | jaime diego jamie
janet jan
jeffrey geoffrey jeff geoff
jennifer jen jenny
jeremiah jerry
jeremy jerry
jessica jess jessie
jesus chuy
jill gillian
joan joanie
johann hans hannes
johannes hans hannes jan
john jack johnny | juan johann hans ivan jon
jonathan jon jonny
jose pepe | joseph
joseph joe joey | josef jose
josephine jo josie
joshua josh
judith judy
julia | julie
katharina kathi
katrina trina
kenneth ken kenny
kimberly kim
laura laurie | lauren
lawrence larry laurence | lorenzo
leonard len lenny leo
lillian lily lil
louis lou louie | luis ludwig
louise lou
madeline maddie
manuel manny
margaret maggie meg peg peggy marge margie | greta rita daisy margarita margarete
maria | mary marie mariya
martha marty | patsy
martin marty
mary | molly polly maria mamie
matthew matt | mateo matthias
maximilian max
megan meg
melissa missy mel
mercedes meche
michael mike mick mickey | miguel mikhail misha
michelle shelly
mikhail misha
mildred millie
nancy nan
natalia natasha
natalie nat
natalya | natasha
nathaniel nate nat | nathan
nicholas nick nicky nicolas | nikolai kolya
nicole nicky
norman norm
oliver ollie
olivia liv livvy
pamela pam
patricia pat patty trish tricia
patrick pat paddy
paul | pablo pavel
peter pete | pedro pyotr
philip phillip phil | felipe
priscilla cilla
rachel rae
ralph rafe
raymond ray
rebecca becky becca
richard rick ricky rich richie dick | ricardo
robert rob robbie bob bobby bert | roberto
roberto beto
rodney rod
roger rodge
ronald ron ronnie
rosario charo
rosemary rosie | rose
russell russ
ruth ruthie
samantha sam sammy
samuel sam sammy
sandra sandy
sarah sara | sally sadie
sebastian seb bastian
sharon shari
sophia | sofia sophie
stanley stan
stephanie steph
stephen steven steve | esteban stefan
susan sue susie | suzanne susanna
svetlana sveta
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
wendy gwen | gwendolyn
wilhelmina willa mina
william will bill billy willie | guillermo wilhelm liam
yekaterina ekaterina katya
yevgeny evgeny zhenya
yolanda yoli
zachary zach zack
`;

/** The names of each class; negative where the name stands behind the bar. */
const classesOf = new Map<string, number[]>();
CLASSES.trim()
  .split('\n')
  .forEach((line, i) => {
    const [short = '', kin = ''] = line.split(' | ');
    const put = (names: string, mark: number): void => {
      for (const name of names.split(' ').filter(Boolean)) {
        const marks = classesOf.get(name);
        if (marks) marks.push(mark);
        else classesOf.set(name, [mark]);
      }
    };
    put(short, i + 1);
    put(kin, -i - 1);
  });

/**
 * 'short': names that one person goes by, as Bill and William. 'kin': one name in two languages or a form that became
 * a name of its own, as Maria and Mary: perhaps one person, perhaps sisters.
 */
export function nicknames(a: string, b: string): 'short' | 'kin' | null {
  const x = classesOf.get(a);
  const y = x && classesOf.get(b);
  if (!x || !y) return null;
  let kin = false;
  for (const each of x) {
    if (each > 0 && y.includes(each)) return 'short';
    kin ||= y.includes(-each) || y.includes(each);
  }
  return kin ? 'kin' : null;
}

export const nicknamed = (): Iterable<string> => classesOf.keys();
