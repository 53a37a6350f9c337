/** Other drugs. Source, licence and form of a line: see drugs-heart.ts. */
export const DRUGS_OTHER = `
acetaminophen|rx 161|atc N02BE01|paracetamol;tylenol;apap
ibuprofen nsaid|rx 5640|atc M01AE01|advil;motrin
naproxen nsaid|rx 7258|atc M01AE02|aleve;naprosyn;anaprox
meloxicam nsaid|rx 41493|atc M01AC06|mobic
diclofenac nsaid|rx 3355|voltaren
celecoxib nsaid|rx 140587|atc M01AH01|celebrex
tramadol opioid|rx 10689|atc N02AX02|ultram
oxycodone opioid|rx 7804|atc N02AA05|oxycontin;roxicodone
hydrocodone opioid|rx 5489|
morphine opioid|rx 7052|atc N02AA01|ms contin
codeine opioid|rx 2670|
fentanyl opioid|rx 4337|duragesic
hydromorphone opioid|rx 3423|atc N02AA03|dilaudid
gabapentin|rx 25480|neurontin
pregabalin|rx 187832|lyrica
alprazolam benzodiazepine|rx 596|atc N05BA12|xanax
lorazepam benzodiazepine|rx 6470|atc N05BA06|ativan
clonazepam benzodiazepine|rx 2598|atc N03AE01|klonopin
diazepam benzodiazepine|rx 3322|atc N05BA01|valium
zolpidem hypnotic|rx 39993|atc N05CF02|ambien
sertraline ssri|rx 36437|atc N06AB06|zoloft
citalopram ssri|rx 2556|atc N06AB04|celexa
escitalopram ssri|rx 321988|atc N06AB10|lexapro
fluoxetine ssri|rx 4493|atc N06AB03|prozac
paroxetine ssri|rx 32937|atc N06AB05|paxil
venlafaxine snri|rx 39786|atc N06AX16|effexor
duloxetine snri|rx 72625|atc N06AX21|cymbalta
bupropion|rx 42347|atc N06AX12|wellbutrin
trazodone|rx 10737|atc N06AX05|desyrel
mirtazapine|rx 15996|atc N06AX11|remeron
quetiapine antipsychotic|rx 51272|atc N05AH04|seroquel
omeprazole ppi|rx 7646|atc A02BC01|prilosec
pantoprazole ppi|rx 40790|atc A02BC02|protonix
esomeprazole ppi|rx 283742|atc A02BC05|nexium
lansoprazole ppi|rx 17128|atc A02BC03|prevacid
famotidine h2-blocker|rx 4278|atc A02BA03|pepcid
ondansetron|rx 26225|atc A04AA01|zofran
albuterol short-acting-beta-agonist|rx 435|salbutamol;ventolin;proair;proventil
montelukast|rx 88249|atc R03DC03|singulair
fluticasone corticosteroid|rx 41126|flonase;flovent
salmeterol long-acting-beta-agonist|rx 36117|atc R03AC12|serevent
budesonide corticosteroid|rx 19831|pulmicort
tiotropium|rx 69120|atc R03BB04|spiriva
prednisone corticosteroid|rx 8640|atc H02AB07|deltasone
cetirizine antihistamine|rx 20610|atc R06AE07|zyrtec
loratadine antihistamine|rx 28889|atc R06AX13|claritin
diphenhydramine antihistamine|rx 3498|benadryl
amoxicillin|rx 723|atc J01CA04|amoxil
clavulanate|rx 48203|clavulanic acid
azithromycin|rx 18631|atc J01FA10|zithromax;z pak
ciprofloxacin|rx 2551|cipro
levofloxacin|rx 82122|levaquin
doxycycline|rx 3640|atc J01AA02|vibramycin
cephalexin|rx 2231|atc J01DB01|keflex;cefalexin
clindamycin|rx 2582|cleocin
metronidazole|rx 6922|flagyl
sulfamethoxazole|rx 10180|
trimethoprim|rx 10829|atc J01EA01|
nitrofurantoin|rx 7454|atc J01XE01|macrobid;macrodantin
penicillin-v|rx 7984|atc J01CE02|penicillin v potassium;penicillin vk;phenoxymethylpenicillin
methotrexate|rx 6851|trexall
hydroxychloroquine|rx 5521|atc P01BA02|plaquenil
tamsulosin alpha-blocker|rx 77492|atc G04CA02|flomax
finasteride|rx 25025|proscar;propecia
cyclobenzaprine muscle-relaxant|rx 21949|flexeril
`;

/** Brands and names of combinations, ingredients in the order in which their strengths are written. */
export const COMBINATIONS = `
lisinopril+hydrochlorothiazide|zestoretic;prinzide
losartan+hydrochlorothiazide|hyzaar
valsartan+hydrochlorothiazide|diovan hct
amoxicillin+clavulanate|augmentin;co amoxiclav
sulfamethoxazole+trimethoprim|bactrim;septra;co trimoxazole;cotrimoxazole;smz tmp;tmp smx
fluticasone+salmeterol|advair
hydrocodone+acetaminophen|norco;vicodin;lortab
oxycodone+acetaminophen|percocet;endocet
`;
