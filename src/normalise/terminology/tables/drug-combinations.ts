/**
 * Brands and usual names of fixed combinations, the ingredients in the order in which their strengths are written
 * (RxNorm and package labels). Our own list of public facts; brands are trademarks of their owners.
 */
export const COMBINATIONS = `
lisinopril+hydrochlorothiazide|zestoretic;prinzide;lisinopril hctz;lisinopril hydrochlorothiazide
losartan+hydrochlorothiazide|hyzaar
valsartan+hydrochlorothiazide|diovan hct
olmesartan+hydrochlorothiazide|benicar hct
telmisartan+hydrochlorothiazide|micardis hct
irbesartan+hydrochlorothiazide|avalide
amlodipine+benazepril|lotrel
amlodipine+valsartan|exforge
amlodipine+olmesartan|azor
amlodipine+atorvastatin|caduet
benazepril+hydrochlorothiazide|lotensin hct
enalapril+hydrochlorothiazide|vaseretic
bisoprolol+hydrochlorothiazide|ziac
atenolol+chlorthalidone|tenoretic
triamterene+hydrochlorothiazide|maxzide;dyazide
sacubitril+valsartan|entresto
ezetimibe+simvastatin|vytorin
sitagliptin+metformin|janumet
empagliflozin+metformin|synjardy
empagliflozin+linagliptin|glyxambi
dapagliflozin+metformin|xigduo
linagliptin+metformin|jentadueto
pioglitazone+metformin|actoplus met
glyburide+metformin|glucovance
insulin-degludec+liraglutide|xultophy
amoxicillin+clavulanate|augmentin;co amoxiclav
piperacillin+tazobactam|zosyn
sulfamethoxazole+trimethoprim|bactrim;septra;co trimoxazole;cotrimoxazole;smz tmp;smx tmp;sulfatrim
trimethoprim+sulfamethoxazole|tmp smx;tmp smz
fluticasone+salmeterol|advair;wixela;airduo
budesonide+formoterol|symbicort
fluticasone+vilanterol|breo
umeclidinium+vilanterol|anoro
fluticasone+umeclidinium+vilanterol|trelegy
mometasone+formoterol|dulera
ipratropium+albuterol|combivent;duoneb
hydrocodone+acetaminophen|norco;vicodin;lortab
oxycodone+acetaminophen|percocet;endocet;roxicet
acetaminophen+codeine|tylenol with codeine
tramadol+acetaminophen|ultracet
buprenorphine+naloxone|suboxone;zubsolv
carbidopa+levodopa|sinemet
emtricitabine+tenofovir-disoproxil|truvada
emtricitabine+tenofovir-alafenamide|descovy
bictegravir+emtricitabine+tenofovir-alafenamide|biktarvy
nirmatrelvir+ritonavir|paxlovid
dorzolamide+timolol|cosopt
brimonidine+timolol|combigan
bupropion+naltrexone|contrave
`;
