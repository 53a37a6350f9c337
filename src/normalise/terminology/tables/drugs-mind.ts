/** Drugs for pain, mind, nerves, stomach and bladder. Source, licence and form of a line: see drugs-heart.ts. */
export const DRUGS_MIND = `
caffeine|rx 1886|atc N06BC01
acetaminophen|rx 161|atc N02BE01|paracetamol;tylenol;apap
ibuprofen nsaid|rx 5640|atc C01EB16|advil;motrin
naproxen nsaid|rx 7258|atc G02CC02|aleve;naprosyn;anaprox;naproxen sodium
meloxicam nsaid|rx 41493|atc M01AC06|mobic
diclofenac nsaid|rx 3355|atc M01AB05|voltaren;cataflam
celecoxib nsaid|rx 140587|atc L01XX33|celebrex
indomethacin nsaid|rx 5781|atc C01EB03|indometacin;indocin
ketorolac nsaid|rx 35827|atc M01AB15|toradol
etodolac nsaid|rx 24605|atc M01AB08|lodine
nabumetone nsaid|rx 31448|atc M01AX01|relafen
tramadol opioid|rx 10689|atc N02AX02|ultram
oxycodone opioid|rx 7804|atc N02AA05|oxycontin;roxicodone
hydrocodone opioid|rx 5489|atc R05DA03
morphine opioid|rx 7052|atc N02AA01|ms contin
codeine opioid|rx 2670|atc R05DA04
fentanyl opioid|rx 4337|atc N01AH01|duragesic
hydromorphone opioid|rx 3423|atc N02AA03|dilaudid
methadone opioid|rx 6813|atc N07BC02|dolophine
meperidine opioid|rx 6754|atc N02AB02|demerol;pethidine
buprenorphine opioid|rx 1819|atc N02AE01|butrans;subutex
naloxone|rx 7242|atc A06AH04|narcan
naltrexone|rx 7243|atc N07BB04|vivitrol;revia
gabapentin|rx 25480|atc N02BF01|neurontin;gralise
pregabalin|rx 187832|atc N02BF02|lyrica
alprazolam benzodiazepine|rx 596|atc N05BA12|xanax
lorazepam benzodiazepine|rx 6470|atc N05BA06|ativan
clonazepam benzodiazepine|rx 2598|atc N03AE01|klonopin
diazepam benzodiazepine|rx 3322|atc N05BA01|valium
temazepam benzodiazepine|rx 10355|atc N05CD07|restoril
chlordiazepoxide benzodiazepine|rx 2356|atc N05BA02|librium
midazolam benzodiazepine|rx 6960|atc N05CD08|versed
zolpidem hypnotic|rx 39993|atc N05CF02|ambien
eszopiclone hypnotic|rx 461016|atc N05CF04|lunesta
melatonin|rx 6711|atc N05CH01
sertraline ssri|rx 36437|atc N06AB06|zoloft
citalopram ssri|rx 2556|atc N06AB04|celexa
escitalopram ssri|rx 321988|atc N06AB10|lexapro
fluoxetine ssri|rx 4493|atc N06AB03|prozac
paroxetine ssri|rx 32937|atc N06AB05|paxil
fluvoxamine ssri|rx 42355|atc N06AB08|luvox
venlafaxine snri|rx 39786|atc N06AX16|effexor
desvenlafaxine snri|rx 734064|atc N06AX23|pristiq
duloxetine snri|rx 72625|atc N06AX21|cymbalta
bupropion|rx 42347|atc N06AX12|wellbutrin;zyban;bupropion hydrochloride
trazodone|rx 10737|atc N06AX05|desyrel
mirtazapine|rx 15996|atc N06AX11|remeron
vortioxetine|rx 1455099|atc N06AX26|trintellix
amitriptyline tricyclic|rx 704|atc N06AA09|elavil
nortriptyline tricyclic|rx 7531|atc N06AA10|pamelor
doxepin tricyclic|rx 3638|atc N06AA12|sinequan;silenor
buspirone|rx 1827|atc N05BE01|buspar
lithium|rx 6448|atc N05AN01|lithobid;lithium carbonate
quetiapine antipsychotic|rx 51272|atc N05AH04|seroquel
olanzapine antipsychotic|rx 61381|atc N05AH03|zyprexa
risperidone antipsychotic|rx 35636|atc N05AX08|risperdal
aripiprazole antipsychotic|rx 89013|atc N05AX12|abilify
ziprasidone antipsychotic|rx 115698|atc N05AE04|geodon
haloperidol antipsychotic|rx 5093|atc N05AD01|haldol
clozapine antipsychotic|rx 2626|atc N05AH02|clozaril
lurasidone antipsychotic|rx 1040028|atc N05AE05|latuda
methylphenidate stimulant|rx 6901|atc N06BA04|ritalin;concerta
lisdexamfetamine stimulant|rx 700810|atc N06BA12|vyvanse
atomoxetine|rx 38400|atc N06BA09|strattera
guanfacine|rx 40114|atc C02AC02|intuniv;tenex
modafinil|rx 30125|atc N06BA07|provigil
donepezil cholinesterase-inhibitor|rx 135447|atc N06DA02|aricept
memantine|rx 6719|atc N06DX01|namenda
lamotrigine antiepileptic|rx 28439|atc N03AX09|lamictal
levetiracetam antiepileptic|rx 114477|atc N03AX14|keppra
topiramate antiepileptic|rx 38404|atc N03AX11|topamax
valproate antiepileptic|rx 40254 11118 266856|atc N03AG01|valproic acid;divalproex;divalproex sodium;depakote;depakene;valproate sodium
carbamazepine antiepileptic|rx 2002|atc N03AF01|tegretol
oxcarbazepine antiepileptic|rx 32624|atc N03AF02|trileptal
phenytoin antiepileptic|rx 8183|atc N03AB02|dilantin;phenytoin sodium
phenobarbital antiepileptic|rx 8134|atc N03AA02
primidone antiepileptic|rx 8691|atc N03AA03|mysoline
sumatriptan triptan|rx 37418|atc N02CC01|imitrex
rizatriptan triptan|rx 88014|atc N02CC04|maxalt
ropinirole dopamine-agonist|rx 72302|atc N04BC04|requip
pramipexole dopamine-agonist|rx 746741|atc N04BC05|mirapex
levodopa|rx 6375|atc N04BA01
carbidopa|rx 2019
benztropine|rx 1424|atc N04AC01|cogentin;benzatropine
amantadine|rx 620|atc N04BB01
cyclobenzaprine muscle-relaxant|rx 21949|atc M03BX08|flexeril
baclofen muscle-relaxant|rx 1292|atc M03BX01|lioresal
tizanidine muscle-relaxant|rx 57258|atc M03BX02|zanaflex
methocarbamol muscle-relaxant|rx 6845|atc M03BA03|robaxin
carisoprodol muscle-relaxant|rx 2101|atc M03BA02|soma
varenicline|rx 591622|atc N07BA03|chantix
nicotine|rx 7407|atc N07BA01|nicoderm;nicorette
omeprazole ppi|rx 7646|atc A02BC01|prilosec
pantoprazole ppi|rx 40790|atc A02BC02|protonix
esomeprazole ppi|rx 283742|atc A02BC05|nexium
lansoprazole ppi|rx 17128|atc A02BC03|prevacid
rabeprazole ppi|rx 114979|atc A02BC04|aciphex
famotidine h2-blocker|rx 4278|atc A02BA03|pepcid
ranitidine h2-blocker|rx 9143|atc A02BA02|zantac
sucralfate|rx 10156|atc A02BX02|carafate
misoprostol|rx 42331|atc A02BB01|cytotec
ondansetron|rx 26225|atc A04AA01|zofran
metoclopramide|rx 6915|atc A03FA01|reglan
promethazine|rx 8745|atc R06AD02|phenergan
prochlorperazine|rx 8704|atc N05AB04|compazine
meclizine|rx 6676|atc R06AE05|antivert;meclozine
dicyclomine|rx 3361|atc A03AA07|bentyl;dicycloverine
hyoscyamine|rx 153970|atc A03BA03|levsin
loperamide|rx 6468|atc A07DA03|imodium
polyethylene-glycol-3350|rx 221147|miralax;glycolax;macrogol 3350
docusate|rx 82003|atc A06AA02|colace;docusate sodium
senna|rx 36387|senokot;sennosides
bisacodyl|rx 1596|atc A06AB02|dulcolax
lactulose|rx 6218|atc A06AD11
simethicone|rx 9796
ursodiol|rx 62427|atc A05AA02|ursodeoxycholic acid;actigall
mesalamine|rx 52582|atc A07EC02|mesalazine;asacol;lialda
sulfasalazine|rx 9524|atc A07EC01|azulfidine
tamsulosin alpha-blocker|rx 77492|atc G04CA02|flomax
finasteride 5-alpha-reductase-inhibitor|rx 25025|atc G04CB01|proscar;propecia
dutasteride 5-alpha-reductase-inhibitor|rx 228790|atc G04CB02|avodart
oxybutynin bladder-antimuscarinic|rx 32675|atc G04BD04|ditropan
tolterodine bladder-antimuscarinic|rx 119565|atc G04BD07|detrol
solifenacin bladder-antimuscarinic|rx 322167|atc G04BD08|vesicare
mirabegron|rx 1300786|atc G04BD12|myrbetriq
sildenafil pde5-inhibitor|rx 136411|atc G04BE03|viagra;revatio
tadalafil pde5-inhibitor|rx 358263|atc G04BE08|cialis;adcirca
phenazopyridine|rx 8120|atc G04BX06|pyridium
`;
