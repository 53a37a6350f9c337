/**
 * Drugs of the heart, vessels, blood, metabolism and hormones. RxNorm ingredient codes: NLM, public domain. ATC level 5
 * codes are identifiers of the WHO Collaborating Centre for Drug Statistics Methodology (https://atcddd.fhi.no). Names,
 * brands and classes are our own list of public facts; brands are trademarks of their owners. One line an ingredient:
 *
 *     ingredient class class|rx codes|atc codes|names and brands
 *
 * A class is one in which two drugs at a time are worth a question (duplicate therapy); not every drug has one.
 */
export const DRUGS_HEART = `
warfarin anticoagulant|rx 11289|atc B01AA03|coumadin;jantoven
apixaban anticoagulant|rx 1364430|atc B01AF02|eliquis
rivaroxaban anticoagulant|rx 1114195|atc B01AF01|xarelto
dabigatran anticoagulant|rx 1546356 1037042|atc B01AE07|dabigatran etexilate;pradaxa
edoxaban anticoagulant|rx 1599538|atc B01AF03|savaysa;lixiana
enoxaparin anticoagulant|rx 67108|atc B01AB05|lovenox;clexane
heparin anticoagulant|rx 5224|atc B01AB01
aspirin antiplatelet nsaid|rx 1191|atc B01AC06|asa;acetylsalicylic acid;ecotrin;bayer aspirin
clopidogrel antiplatelet|rx 32968|atc B01AC04|plavix
ticagrelor antiplatelet|rx 1116632|atc B01AC24|brilinta
prasugrel antiplatelet|rx 613391|atc B01AC22|effient
cilostazol|rx 21107|atc B01AC23|pletal
lisinopril ace-inhibitor|rx 29046|atc C09AA03|zestril;prinivil
enalapril ace-inhibitor|rx 3827|atc C09AA02|vasotec
ramipril ace-inhibitor|rx 35296|atc C09AA05|altace
benazepril ace-inhibitor|rx 18867|atc C09AA07|lotensin
captopril ace-inhibitor|rx 1998|atc C09AA01|capoten
quinapril ace-inhibitor|rx 35208|atc C09AA06|accupril
losartan arb|rx 52175|atc C09CA01|cozaar
valsartan arb|rx 69749|atc C09CA03|diovan
irbesartan arb|rx 83818|atc C09CA04|avapro
olmesartan arb|rx 321064|atc C09CA08|olmesartan medoxomil;benicar
telmisartan arb|rx 73494|atc C09CA07|micardis
candesartan arb|rx 214354|atc C09CA06|candesartan cilexetil;atacand
sacubitril neprilysin-inhibitor|rx 1656328
metoprolol beta-blocker|rx 6918|atc C07AB02|lopressor;toprol
atenolol beta-blocker|rx 1202|atc C07AB03|tenormin
carvedilol beta-blocker|rx 20352|atc C07AG02|coreg
propranolol beta-blocker|rx 8787|atc C07AA05|inderal
bisoprolol beta-blocker|rx 19484|atc C07AB07|zebeta
nebivolol beta-blocker|rx 31555|atc C07AB12|bystolic
labetalol beta-blocker|rx 6185|atc C07AG01|trandate
nadolol beta-blocker|rx 7226|atc C07AA12|corgard
sotalol beta-blocker|rx 9947|atc C07AA07|betapace
timolol beta-blocker|rx 10600|atc C07AA06|timoptic
amlodipine calcium-channel-blocker|rx 17767|atc C08CA01|norvasc
nifedipine calcium-channel-blocker|rx 7417|atc C08CA05|procardia;adalat
felodipine calcium-channel-blocker|rx 4316|atc C08CA02|plendil
diltiazem calcium-channel-blocker|rx 3443|atc C08DB01|cardizem;tiazac;cartia
verapamil calcium-channel-blocker|rx 11170|atc C08DA01|calan;isoptin
hydrochlorothiazide thiazide-diuretic|rx 5487|atc C03AA03|hctz;microzide;hydrodiuril
chlorthalidone thiazide-diuretic|rx 2409|atc C03BA04|chlortalidone;thalitone
metolazone thiazide-diuretic|rx 6916|atc C03BA08|zaroxolyn
furosemide loop-diuretic|rx 4603|atc C03CA01|lasix
torsemide loop-diuretic|rx 38413|atc C03CA04|demadex;torasemide
bumetanide loop-diuretic|rx 1808|atc C03CA02|bumex
spironolactone potassium-sparing-diuretic|rx 9997|atc C03DA01|aldactone
eplerenone potassium-sparing-diuretic|rx 298869|atc C03DA04|inspra
triamterene potassium-sparing-diuretic|rx 10763|atc C03DB02
finerenone|rx 2562811|atc C03DA05|kerendia
acetazolamide|rx 167|atc S01EC01|diamox
clonidine|rx 2599|atc C02AC01|catapres
hydralazine|rx 5470|atc C02DB02
doxazosin alpha-blocker|rx 49276|atc C02CA04|cardura
terazosin alpha-blocker|rx 37798|atc G04CA03|hytrin
prazosin alpha-blocker|rx 8629|atc C02CA01|minipress
atorvastatin statin|rx 83367|atc C10AA05|lipitor
simvastatin statin|rx 36567|atc C10AA01|zocor
rosuvastatin statin|rx 301542|atc C10AA07|crestor
pravastatin statin|rx 42463|atc C10AA03|pravachol
lovastatin statin|rx 6472|atc C10AA02|mevacor
pitavastatin statin|rx 861634|atc C10AA08|livalo
ezetimibe|rx 341248|atc C10AX09|zetia
fenofibrate fibrate|rx 8703|atc C10AB05|tricor;trilipix
gemfibrozil fibrate|rx 4719|atc C10AB04|lopid
niacin|rx 7393|atc C04AC01|nicotinic acid;niaspan
colesevelam|rx 141626|atc C10AC04|welchol
cholestyramine|rx 2447|atc C10AC01|questran;colestyramine
evolocumab pcsk9-inhibitor|rx 1665684|atc C10AX13|repatha
alirocumab pcsk9-inhibitor|rx 1659152|atc C10AX14|praluent
icosapent-ethyl|vascepa
digoxin|rx 3407|atc C01AA05|lanoxin
amiodarone|rx 703|atc C01BD01|pacerone;cordarone
flecainide|rx 4441|atc C01BC04|tambocor
nitroglycerin nitrate|rx 4917|atc C01DA02|nitrostat;glyceryl trinitrate
isosorbide-mononitrate nitrate|atc C01DA14|imdur
ranolazine|rx 35829|atc C01EB18|ranexa
midodrine|rx 6963|atc C01CA17|proamatine
metformin biguanide|rx 6809|atc A10BA02|glucophage;fortamet
glipizide sulfonylurea|rx 4821|atc A10BB07|glucotrol
glyburide sulfonylurea|rx 4815|atc A10BB01|glibenclamide;diabeta
glimepiride sulfonylurea|rx 25789|atc A10BB12|amaryl
pioglitazone|rx 33738|atc A10BG03|actos
repaglinide|rx 73044|atc A10BX02|prandin
acarbose|rx 16681|atc A10BF01|precose
sitagliptin dpp4-inhibitor|rx 593411|atc A10BH01|januvia
linagliptin dpp4-inhibitor|rx 1100699|atc A10BH05|tradjenta
saxagliptin dpp4-inhibitor|rx 857974|atc A10BH03|onglyza
empagliflozin sglt2-inhibitor|rx 1545653|atc A10BK03|jardiance
dapagliflozin sglt2-inhibitor|rx 1488564|atc A10BK01|farxiga;forxiga
canagliflozin sglt2-inhibitor|rx 1373458|atc A10BK02|invokana
liraglutide glp1-agonist|rx 475968|atc A10BJ02|victoza;saxenda
semaglutide glp1-agonist|rx 1991302|atc A10BJ06|ozempic;wegovy;rybelsus
dulaglutide glp1-agonist|rx 1551291|atc A10BJ05|trulicity
exenatide glp1-agonist|rx 60548|atc A10BJ01|byetta;bydureon
tirzepatide glp1-agonist|rx 2601723|atc A10BX16|mounjaro;zepbound
insulin-glargine basal-insulin|rx 274783|atc A10AE04|lantus;basaglar;toujeo;semglee
insulin-detemir basal-insulin|rx 139825|atc A10AE05|levemir
insulin-degludec basal-insulin|rx 1670007|atc A10AE06|tresiba
insulin-lispro rapid-insulin|rx 86009|atc A10AB04|humalog;admelog
insulin-aspart rapid-insulin|rx 51428|atc A10AB05|novolog;novorapid;fiasp
insulin-regular|rx 253182|regular insulin human;insulin regular human;humulin r;novolin r;insulin regular;regular insulin
insulin-isophane|nph insulin;insulin nph;humulin n;novolin n;nph insulin human;insulin isophane human;insulin nph human
glucagon|rx 4832|atc H04AA01
levothyroxine thyroid-hormone|rx 10582|atc H03AA01|synthroid;levoxyl;l thyroxine;euthyrox;unithroid;levothyroxine sodium;tirosint
liothyronine thyroid-hormone|rx 10814|cytomel
methimazole|rx 6835|atc H03BB02|tapazole;thiamazole
propylthiouracil|rx 8794|atc H03BA02|ptu
allopurinol|rx 519|atc M04AA01|zyloprim
febuxostat|rx 73689|atc M04AA03|uloric
colchicine|rx 2683|atc M04AC01|colcrys;mitigare
probenecid|rx 8698|atc M04AB01
alendronate bisphosphonate|rx 46041|atc M05BA04|fosamax;alendronic acid
risedronate bisphosphonate|rx 73056|atc M05BA07|actonel;risedronic acid
ibandronate bisphosphonate|rx 115264|atc M05BA06|boniva;ibandronic acid
zoledronic-acid bisphosphonate|rx 77655|atc M05BA08|reclast;zometa;zoledronate
denosumab|rx 993449|atc M05BX04|prolia;xgeva
raloxifene|rx 72143|atc G03XC01|evista
calcitriol|rx 1894|atc A11CC04|rocaltrol
cholecalciferol vitamin-d|rx 2418|atc A11CC05|vitamin d3;colecalciferol
ergocalciferol vitamin-d|rx 4018|atc A11CC01|vitamin d2;drisdol
cyanocobalamin|rx 11248|atc B03BA01|vitamin b12;b12
folic-acid|rx 4511|atc B03BB01|folate
ferrous-sulfate iron|rx 24947|atc B03AA07|feosol;iron sulfate
potassium-chloride|rx 8591|atc A12BA01|klor con;k dur
calcium-carbonate|rx 1897|atc A02AC01|tums;caltrate
magnesium-oxide|rx 6582|atc A02AA02|mag ox
sodium-bicarbonate|rx 36676|atc B05CB04
ascorbic-acid|rx 1151|atc G01AD03|vitamin c
sevelamer|rx 214824|atc V03AE02|sevelamer carbonate;renvela
prednisone systemic-corticosteroid|rx 8640|atc H02AB07|deltasone
prednisolone systemic-corticosteroid|rx 8638|atc H02AB06|orapred
methylprednisolone systemic-corticosteroid|rx 6902|atc H02AB04|medrol;solu medrol
dexamethasone systemic-corticosteroid|rx 3264|atc H02AB02|decadron
hydrocortisone systemic-corticosteroid|rx 5492|atc H02AB09|cortef
triamcinolone|rx 10759|atc H02AB08|triamcinolone acetonide;kenalog
betamethasone|rx 1514|atc H02AB01
clobetasol|atc D07AD01|clobetasol propionate;temovate
mometasone inhaled-corticosteroid|rx 108118|atc R03BA07|mometasone furoate;nasonex;elocon
fluticasone inhaled-corticosteroid|rx 41126 50121|atc R03BA05|flonase;flovent;fluticasone propionate;fluticasone furoate
budesonide inhaled-corticosteroid|rx 19831|atc R03BA02|pulmicort;rhinocort
beclomethasone inhaled-corticosteroid|rx 1347|atc R03BA01|beclometasone;qvar
fludrocortisone|rx 4452|atc H02AA02|florinef
ethinyl-estradiol|rx 4124|atc G03CA01|ethinylestradiol
estradiol estrogen|rx 4083|atc G03CA03|estrace;vivelle;climara
conjugated-estrogens estrogen|rx 4099|atc G03CA57|premarin;estrogens conjugated
medroxyprogesterone progestin|rx 6691|atc G03AC06|depo provera;provera;medroxyprogesterone acetate
norethindrone progestin|rx 7514|atc G03AC01|norethisterone;errin;camila
progesterone progestin|rx 8727|atc G03DA04|prometrium
levonorgestrel progestin|rx 6373|atc G03AC03|mirena;plan b
testosterone|rx 10379|atc G03BA03|androgel;testosterone cypionate
tamoxifen|rx 10324|atc L02BA01|nolvadex
anastrozole aromatase-inhibitor|rx 84857|atc L02BG03|arimidex
letrozole aromatase-inhibitor|rx 72965|atc L02BG04|femara
leuprolide|rx 42375|atc L02AE02|lupron;leuprorelin
sodium-chloride|atc A12CA01|saline;normal saline
`;
