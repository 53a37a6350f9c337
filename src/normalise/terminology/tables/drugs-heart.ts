/**
 * Drugs of the heart, vessels, blood and metabolism. RxNorm ingredient codes: NLM, public domain. ATC level 5 codes are
 * identifiers of the WHO Collaborating Centre for Drug Statistics Methodology. Names, brands and classes are our own
 * list of public facts. One line an ingredient:
 *
 *     ingredient class class|rx codes|atc codes|names and brands
 */
export const DRUGS_HEART = `
warfarin anticoagulant|rx 11289|atc B01AA03|coumadin;jantoven
apixaban anticoagulant|rx 1364430|atc B01AF02|eliquis
rivaroxaban anticoagulant|rx 1114195|atc B01AF01|xarelto
dabigatran anticoagulant|rx 1037042|atc B01AE07|dabigatran etexilate;pradaxa
enoxaparin anticoagulant|rx 67108|atc B01AB05|lovenox
heparin anticoagulant|rx 5224|atc B01AB01|
aspirin antiplatelet nsaid|rx 1191|atc B01AC06|asa;acetylsalicylic acid;ecotrin;bayer aspirin
clopidogrel antiplatelet|rx 32968|atc B01AC04|plavix
lisinopril ace-inhibitor|rx 29046|atc C09AA03|zestril;prinivil
enalapril ace-inhibitor|rx 3827|atc C09AA02|vasotec
ramipril ace-inhibitor|rx 35296|atc C09AA05|altace
benazepril ace-inhibitor|rx 18867|atc C09AA07|lotensin
captopril ace-inhibitor|rx 1998|atc C09AA01|capoten
losartan arb|rx 52175|atc C09CA01|cozaar
valsartan arb|rx 69749|atc C09CA03|diovan
irbesartan arb|rx 83818|atc C09CA04|avapro
olmesartan arb|rx 321064|atc C09CA08|olmesartan medoxomil;benicar
telmisartan arb|rx 73494|atc C09CA07|micardis
candesartan arb|rx 214354|atc C09CA06|candesartan cilexetil;atacand
metoprolol beta-blocker|rx 6918|atc C07AB02|lopressor;toprol
atenolol beta-blocker|rx 1202|atc C07AB03|tenormin
carvedilol beta-blocker|rx 20352|atc C07AG02|coreg
propranolol beta-blocker|rx 8787|atc C07AA05|inderal
bisoprolol beta-blocker|rx 19484|atc C07AB07|zebeta
nebivolol beta-blocker|rx 31555|atc C07AB12|bystolic
labetalol beta-blocker|rx 6185|atc C07AG01|trandate
amlodipine calcium-channel-blocker|rx 17767|atc C08CA01|norvasc
nifedipine calcium-channel-blocker|rx 7417|atc C08CA05|procardia;adalat
diltiazem calcium-channel-blocker|rx 3443|atc C08DB01|cardizem;tiazac
verapamil calcium-channel-blocker|rx 11170|atc C08DA01|calan
hydrochlorothiazide thiazide-diuretic|rx 5487|atc C03AA03|hctz;microzide
chlorthalidone thiazide-diuretic|rx 2409|atc C03BA04|
furosemide loop-diuretic|rx 4603|atc C03CA01|lasix
torsemide loop-diuretic|rx 38413|atc C03CA04|demadex
bumetanide loop-diuretic|rx 1808|atc C03CA02|bumex
spironolactone potassium-sparing-diuretic|rx 9997|atc C03DA01|aldactone
clonidine|rx 2599|catapres
hydralazine|rx 5470|atc C02DB02|
atorvastatin statin|rx 83367|atc C10AA05|lipitor
simvastatin statin|rx 36567|atc C10AA01|zocor
rosuvastatin statin|rx 301542|atc C10AA07|crestor
pravastatin statin|rx 42463|atc C10AA03|pravachol
lovastatin statin|rx 6472|atc C10AA02|mevacor
ezetimibe|rx 341248|atc C10AX09|zetia
fenofibrate fibrate|rx 8703|atc C10AB05|tricor
gemfibrozil fibrate|rx 4719|atc C10AB04|lopid
digoxin|rx 3407|atc C01AA05|lanoxin
amiodarone|rx 703|atc C01BD01|pacerone;cordarone
nitroglycerin nitrate|rx 4917|atc C01DA02|nitrostat;glyceryl trinitrate
metformin biguanide|rx 6809|atc A10BA02|glucophage
glipizide sulfonylurea|rx 4821|atc A10BB07|glucotrol
glyburide sulfonylurea|rx 4815|atc A10BB01|glibenclamide;diabeta
glimepiride sulfonylurea|rx 25789|atc A10BB12|amaryl
pioglitazone|rx 33738|atc A10BG03|actos
sitagliptin dpp4-inhibitor|rx 593411|atc A10BH01|januvia
linagliptin dpp4-inhibitor|rx 1100699|atc A10BH05|tradjenta
empagliflozin sglt2-inhibitor|rx 1545653|atc A10BK03|jardiance
dapagliflozin sglt2-inhibitor|rx 1488564|atc A10BK01|farxiga;forxiga
canagliflozin sglt2-inhibitor|rx 1373458|atc A10BK02|invokana
liraglutide glp1-agonist|rx 475968|atc A10BJ02|victoza;saxenda
semaglutide glp1-agonist|rx 1991302|atc A10BJ06|ozempic;wegovy;rybelsus
dulaglutide glp1-agonist|rx 1551291|atc A10BJ05|trulicity
insulin-glargine basal-insulin|rx 274783|atc A10AE04|lantus;basaglar;toujeo
insulin-lispro rapid-insulin|rx 86009|atc A10AB04|humalog;admelog
insulin-aspart rapid-insulin|rx 51428|atc A10AB05|novolog;novorapid
levothyroxine thyroid-hormone|rx 10582|atc H03AA01|synthroid;levoxyl;l thyroxine;euthyrox;unithroid
allopurinol|rx 519|atc M04AA01|zyloprim
`;
