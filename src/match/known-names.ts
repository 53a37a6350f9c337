import { listedGiven } from './frequency.ts';
import { nicknamed } from './nicknames.ts';
import { spelledNames } from './spellings.ts';

/**
 * Given names that stand a letter or two from another name. Where both of a pair are names in their own right, one is
 * hardly a misspelling of the other: Maria and Marta are sisters before they are a typo.
 */
const EASILY_TAKEN = `
marta maria mario marina marisa maris marla mara maia maya mia mila lila lina nina dina gina tina rina mina nena
anita anika anisha anjali anjana anil amit ajit sumit rohit mohit rahul rohan rohit ravi rani rina rita gita sita nita mita
arjun aryan arya arnav aarav anya asha isha usha nisha disha priya riya diya siya maya jaya vijay sanjay ajay
jayden hayden kayden aiden aidan jaden brayden caden ayden evan ethan nathan adrian adriana brian
emma ella ellie elle ava eva ada ida iva ivy isla ayla layla leyla kyla kayla kaylee kylie kelly kelsey kali
olivia livia sofia sonia tonia tania tanya anya tara sara lara clara cara kara dara zara mara nora cora dora flora
isabella gabriella mariella daniella danielle gabrielle rochelle marcelle noelle joelle joel noel nael
taylor tyler tayla skylar karen karin karina katrina kirsten kristen carmen carmela carlo carla carlos
jean jeanne joan joanne joanna johanna hanna hannah anna ana ane jane janet janice jana jan jon juan joao ivan evan
dana diana diane dan dean deanna deana donna dona dora doris boris norris chloe zoe joe jo jose josie rosie rosa rose ross
luis luisa luise louisa lucia lucas luca luka lukas lucy lacy stacy tracy gracie
hassan hussein hasan hamid hamza hana hanan hala hadi mahdi mahmoud mohammed mohsen mohsin majid sajid wajid khalid walid
ali alia aliya amal amir samir samira amira amina yasmin yasmina salma salim salem karim rahim rania dania
wei wen wu li lin ling ming ning ping ying jing qing yan yang yong yun yuan yu xin xing xiu jun jin jian jie jia hui hua hao hai
min mina minh binh linh thanh thinh thi trinh tran hoa hong huong hung hang lan loan long
ivan igor oleg olga olena elena alena alina arina irina marina karina darina daria maria
ryan bryan rayan brandon brendan brenda branden landon london logan morgan megan
paul paula pablo petra peter pedro piero pietro marco marcos marcus mark markus martin martina marvin melvin kelvin kevin calvin
eric erica erika erin aaron darren warren karen sharon shannon sean dean jean gene
james jamie jayme jaime jade jada jaden adam aidan amanda miranda
harry larry barry garry gary terry jerry perry kerry kelly sally molly polly holly dolly jolly
ron don jon tom tim jim kim ken ben len dan ian sam pam cam
`;

const known = new Set<string>([
  ...EASILY_TAKEN.trim().split(/\s+/),
  ...nicknamed(),
  ...spelledNames(),
  ...listedGiven(),
]);

/** Whether two folded given names that look alike are two names all the same. */
export const bothAreNames = (a: string, b: string): boolean => known.has(a) && known.has(b);
