/** Drugs for lungs, allergy, infection, immunity, cancer, eyes and skin. Source and form: see drugs-heart.ts. */
export const DRUGS_INFECTION = `
albuterol short-acting-beta-agonist|rx 435|atc R03AC02|salbutamol;ventolin;proair;proventil
levalbuterol short-acting-beta-agonist|rx 237159|xopenex;levosalbutamol
salmeterol long-acting-beta-agonist|rx 36117|atc R03AC12|serevent
formoterol long-acting-beta-agonist|rx 25255|atc R03AC13
vilanterol long-acting-beta-agonist|rx 1424884
tiotropium long-acting-antimuscarinic|rx 69120|spiriva
umeclidinium long-acting-antimuscarinic|rx 1487514|incruse
glycopyrrolate|rx 4955|atc D11AA01|glycopyrronium;robinul
ipratropium|rx 7213|atrovent
montelukast leukotriene-antagonist|rx 88249|atc R03DC03|singulair
theophylline|rx 10438|atc R03DA04
benzonatate|rx 18993|atc R05DB01|tessalon
guaifenesin|rx 5032|atc R05CA03|mucinex;robitussin
dextromethorphan|rx 3289|atc R05DA09|delsym
pseudoephedrine|rx 8896|atc R01BA02|sudafed
phenylephrine|rx 8163|atc C01CA06
cetirizine antihistamine|rx 20610|atc R06AE07|zyrtec
levocetirizine antihistamine|atc R06AE09|xyzal
loratadine antihistamine|rx 28889|atc R06AX13|claritin
desloratadine antihistamine|rx 275635|atc R06AX27|clarinex
fexofenadine antihistamine|rx 87636|atc R06AX26|allegra
diphenhydramine antihistamine|rx 3498|atc R06AA02|benadryl
hydroxyzine antihistamine|rx 5553|atc N05BB01|atarax;vistaril;hydroxyzine pamoate
chlorpheniramine antihistamine|rx 2400|atc R06AB04|chlorphenamine
azelastine|rx 18603|atc R06AX19|astelin
epinephrine|rx 3992|atc B02BC09|epipen;adrenaline;auvi q
amoxicillin penicillin|rx 723|atc J01CA04|amoxil
clavulanate|rx 48203|clavulanic acid
ampicillin penicillin|rx 733|atc J01CA01
penicillin-v penicillin|rx 7984|atc J01CE02|penicillin v potassium;penicillin vk;phenoxymethylpenicillin
penicillin-g penicillin|rx 7980|atc J01CE01|penicillin g potassium;benzylpenicillin
penicillin-g-benzathine penicillin|rx 7982|atc J01CE08|benzathine benzylpenicillin;bicillin l a;bicillin la
piperacillin penicillin|rx 8339|atc J01CA12
tazobactam|rx 37617|atc J01CG02
cephalexin cephalosporin|rx 2231|atc J01DB01|keflex;cefalexin
cefazolin cephalosporin|rx 2180|atc J01DB04|ancef
cefuroxime cephalosporin|rx 2194|atc J01DC02|ceftin
cefdinir cephalosporin|rx 25037|atc J01DD15|omnicef
ceftriaxone cephalosporin|rx 2193|atc J01DD04|rocephin
cefepime cephalosporin|rx 20481|atc J01DE01|maxipime
ceftazidime cephalosporin|rx 2191|atc J01DD02
meropenem carbapenem|rx 29561|atc J01DH02|merrem
ertapenem carbapenem|rx 325642|atc J01DH03|invanz
azithromycin macrolide|rx 18631|atc J01FA10|zithromax;z pak;zpak
clarithromycin macrolide|rx 21212|atc J01FA09|biaxin
erythromycin macrolide|rx 4053|atc J01FA01
ciprofloxacin fluoroquinolone|rx 2551|atc J01MA02|cipro
levofloxacin fluoroquinolone|rx 82122|atc J01MA12|levaquin
moxifloxacin fluoroquinolone|rx 139462|atc J01MA14|avelox
doxycycline tetracycline|rx 3640|atc J01AA02|vibramycin;doxycycline hyclate
minocycline tetracycline|rx 6980|atc J01AA08|minocin
tetracycline tetracycline|rx 10395|atc J01AA07
clindamycin|rx 2582|atc J01FF01|cleocin
metronidazole|rx 6922|atc J01XD01|flagyl
sulfamethoxazole sulfonamide-antibiotic|rx 10180|atc J01EC01
trimethoprim|rx 10829|atc J01EA01
nitrofurantoin|rx 7454|atc J01XE01|macrobid;macrodantin
vancomycin|rx 11124|atc J01XA01|vancocin
linezolid|rx 190376|atc J01XX08|zyvox
daptomycin|rx 22299|atc J01XX09|cubicin
gentamicin aminoglycoside|rx 1596450|atc J01GB03
tobramycin aminoglycoside|rx 10627|atc J01GB01
rifampin|rx 9384|atc J04AB02|rifampicin;rifadin
isoniazid|rx 6038|atc J04AC01
mupirocin|rx 42372|atc D06AX09|bactroban
fluconazole azole-antifungal|rx 4450|atc J02AC01|diflucan
ketoconazole azole-antifungal|rx 6135|atc H02CA03
clotrimazole azole-antifungal|rx 2623|atc A01AB18
terbinafine|rx 37801|atc D01AE15|lamisil
nystatin|rx 7597|atc A07AA02
acyclovir antiviral|rx 281|atc J05AB01|zovirax;aciclovir
valacyclovir antiviral|rx 73645|atc J05AB11|valtrex;valaciclovir
oseltamivir|rx 260101|atc J05AH02|tamiflu
nirmatrelvir|rx 2587892
ritonavir|rx 85762|atc J05AE03|norvir
emtricitabine|rx 276237|atc J05AF09
tenofovir-disoproxil|rx 300195|atc J05AF07|tenofovir disoproxil fumarate;viread
tenofovir-alafenamide|rx 1721603|atc J05AF13|vemlidy
dolutegravir|rx 1433868|atc J05AJ03|tivicay
bictegravir|rx 1999660
lamivudine|rx 68244|atc J05AF05|epivir
hydroxychloroquine|rx 5521|atc P01BA02|plaquenil
ivermectin|rx 6069|atc P02CF01|stromectol
permethrin|atc P03AC04|elimite
methotrexate|rx 6851|atc L01BA01|trexall;rheumatrex
azathioprine|rx 1256|atc L04AX01|imuran
mycophenolate-mofetil|rx 68149|cellcept
cyclosporine|rx 3008|atc L04AD01|ciclosporin;sandimmune;neoral;restasis
tacrolimus|rx 42316|atc L04AD02|prograf;envarsus;astagraf
leflunomide|rx 27169|atc L04AK01|arava
adalimumab tnf-inhibitor|rx 327361|atc L04AB04|humira
etanercept tnf-inhibitor|rx 214555|atc L04AB01|enbrel
infliximab tnf-inhibitor|rx 191831|atc L04AB02|remicade
rituximab|rx 121191|atc L01FA01|rituxan
ustekinumab|rx 847083|atc L04AC05|stelara
dupilumab|rx 1876376|atc D11AH05|dupixent
capecitabine|rx 194000|atc L01BC06|xeloda
cyclophosphamide|rx 3002|atc L01AA01|cytoxan
paclitaxel|rx 56946|atc L01CD01|taxol
docetaxel|rx 72962|atc L01CD02|taxotere
cisplatin|rx 2555|atc L01XA01
carboplatin|rx 40048|atc L01XA02
doxorubicin|rx 3639|atc L01DB01|adriamycin
trastuzumab|rx 224905|atc L01FD01|herceptin
bevacizumab|rx 253337|atc L01FG01|avastin
pembrolizumab|rx 1547545|atc L01FF02|keytruda
imatinib|rx 282388|atc L01EA01|gleevec
hydroxyurea|rx 5552|atc L01XX05|hydrea;hydroxycarbamide
epoetin-alfa|rx 105694|epogen;procrit
latanoprost|rx 43611|atc S01EE01|xalatan
brimonidine|rx 134615|atc D11AX21|alphagan
dorzolamide|rx 60207|atc S01EC03|trusopt
olopatadine|rx 135391|atc R01AC08|patanol;pataday
tretinoin|rx 10753|atc L01XF01|retin a
benzoyl-peroxide|rx 1418|atc D10AE01
lidocaine|rx 6387|atc C01BB01|lidoderm;xylocaine;lignocaine
`;
