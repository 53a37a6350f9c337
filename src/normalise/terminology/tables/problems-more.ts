/** More problems: digestion, kidney, cancer, mind, nerves, joints, skin, senses. Source and licence: see problems.ts. */
export const PROBLEMS_MORE = `
gerd|sct 235595009|icd10 K21.9|icd9 530.81|gastroesophageal reflux disease;gastro esophageal reflux disease;gastro oesophageal reflux disease;acid reflux;gord
gastritis|sct 4556007|icd10 K29.70|icd9 535.50
peptic-ulcer|sct 13200003|peptic ulcer disease;pud
duodenal-ulcer|sct 51868009
gastric-ulcer|sct 397825006
hiatal-hernia|sct 84089009|icd10 K44.9|icd9 553.3|hiatus hernia
inguinal-hernia|sct 396232000
umbilical-hernia|sct 396347007|icd10 K42.9|icd9 553.1
barretts-esophagus|sct 302914006|icd10 K22.70|icd9 530.85|barrett esophagus;barretts oesophagus
dysphagia|sct 40739000|icd10 R13.10|icd9 787.20
irritable-bowel-syndrome|sct 10743008|icd10 K58.9|icd9 564.1|ibs
crohns-disease|sct 34000006|icd10 K50.90|icd9 555.9|crohn disease
ulcerative-colitis|sct 64766004|icd10 K51.90|icd9 556.9
celiac-disease|sct 396331005|icd10 K90.0|icd9 579.0|coeliac disease
diverticulosis-of-colon|icd10 K57.30|icd9 562.10
diverticulitis-of-colon|icd10 K57.32|icd9 562.11
constipation|sct 14760008|icd10 K59.00|icd9 564.00
diarrhea|sct 62315008|icd10 R19.7|icd9 787.91|diarrhoea
nausea|sct 422587007|icd10 R11.0|icd9 787.02
vomiting|sct 422400008|icd10 R11.10|icd9 787.03
nausea-and-vomiting|sct 16932000|icd10 R11.2|icd9 787.01
abdominal-pain|sct 21522001|icd10 R10.9|icd9 789.00
appendicitis|sct 74400008
acute-appendicitis|sct 85189001|icd10 K35.80
cholelithiasis|sct 235919008|icd10 K80.20|icd9 574.20|gallstones;gallstone
acute-pancreatitis|sct 197456007|icd10 K85.90|icd9 577.0
cirrhosis|sct 19943007|icd10 K74.60|cirrhosis of liver;liver cirrhosis
fatty-liver|sct 197321007|icd10 K76.0|steatosis of liver;hepatic steatosis
hepatitis-c-chronic|sct 128302006|icd10 B18.2|icd9 070.54|chronic hepatitis c;chronic viral hepatitis c
hepatitis-b-chronic|sct 61977001|icd10 B18.1|chronic hepatitis b;chronic viral hepatitis b
hemorrhoids|sct 70153002|icd10 K64.9|haemorrhoids
rectal-polyp|sct 39772007|icd10 K62.1|polyp of rectum
colon-polyp|sct 68496003|icd10 K63.5|polyp of colon
gastrointestinal-hemorrhage|sct 74474003|icd10 K92.2|icd9 578.9|gi bleed;gastrointestinal bleeding
chronic-kidney-disease|sct 709044004|icd10 N18.9|icd9 585.9|ckd
ckd-1|sct 431855005|icd10 N18.1|icd9 585.1|ckd stage 1;chronic kidney disease stage 1
ckd-2|sct 431856006|icd10 N18.2|icd9 585.2|ckd stage 2;chronic kidney disease stage 2
ckd-3|sct 433144002|icd10 N18.30 N18.3|icd9 585.3|ckd stage 3;chronic kidney disease stage 3
ckd-3a|sct 700378005|icd10 N18.31|ckd stage 3a;chronic kidney disease stage 3a
ckd-3b|sct 700379002|icd10 N18.32|ckd stage 3b;chronic kidney disease stage 3b
ckd-4|sct 431857002|icd10 N18.4|icd9 585.4|ckd stage 4;chronic kidney disease stage 4
ckd-5|sct 433146000|icd10 N18.5|icd9 585.5|ckd stage 5;chronic kidney disease stage 5
end-stage-renal-disease|sct 46177005|icd10 N18.6|icd9 585.6|esrd;end stage kidney disease
acute-kidney-injury|sct 14669001|icd10 N17.9|icd9 584.9|aki;acute renal failure;acute kidney failure
kidney-stone|sct 95570007|icd10 N20.0|icd9 592.0|nephrolithiasis;renal stone;calculus of kidney
urinary-tract-infection|sct 68566005|icd10 N39.0|icd9 599.0|uti;urinary tract infectious disease
cystitis|sct 38822007
acute-cystitis|sct 68226007
pyelonephritis|sct 45816000
hematuria|sct 34436003|icd10 R31.9|icd9 599.70|haematuria
proteinuria|sct 29738008|icd10 R80.9|icd9 791.0
urinary-incontinence|sct 165232002|icd10 R32|icd9 788.30
bph|sct 266569009|icd10 N40.0|benign prostatic hyperplasia;benign prostatic hypertrophy
prostate-cancer|sct 399068003|icd10 C61|icd9 185|malignant tumor of prostate;malignant neoplasm of prostate;carcinoma of prostate
erectile-dysfunction|sct 397803000|icd10 N52.9|impotence
breast-cancer|sct 254837009|malignant neoplasm of breast;malignant tumor of breast
lung-cancer|sct 363358000|icd10 C34.90|icd9 162.9|malignant tumor of lung
colon-cancer|sct 363406005|icd10 C18.9|icd9 153.9|malignant tumor of colon;malignant neoplasm of colon
small-cell-lung-cancer|sct 254632001|small cell carcinoma of lung
non-small-cell-lung-cancer|sct 254637007|non small cell lung carcinoma;nsclc
bladder-cancer|sct 399326009|icd10 C67.9|icd9 188.9|malignant tumor of urinary bladder
melanoma-of-skin|sct 93655004|icd10 C43.9|icd9 172.9|malignant melanoma of skin
basal-cell-carcinoma-of-skin|sct 254701007
multiple-myeloma|sct 109989006
menopause|sct 161712005
endometriosis|sct 129103003|icd10 N80.9|icd9 617.9
menorrhagia|sct 386692008
uterine-fibroid|sct 95315005|icd10 D25.9|icd9 218.9|uterine leiomyoma;leiomyoma of uterus
preeclampsia|sct 398254007|pre eclampsia
pregnancy|sct 77386006|pregnant
anemia|sct 271737000|icd10 D64.9|icd9 285.9|anaemia
iron-deficiency-anemia|sct 87522002|icd10 D50.9|icd9 280.9|iron deficiency anaemia
pernicious-anemia|sct 84027009|icd10 D51.0|pernicious anaemia
anemia-of-ckd|icd10 D63.1|icd9 285.21
thrombocytopenia|sct 302215000|icd10 D69.6|icd9 287.5
sickle-cell-disease|sct 417357006
hemophilia-a|sct 28293008|icd10 D66
depression|sct 35489007|icd10 F32.A|icd9 311|depressive disorder
major-depressive-disorder|sct 370143000|mdd;major depression
mdd-single-episode|sct 36923009|icd10 F32.9
mdd-recurrent|sct 66344007|icd10 F33.9
anxiety-disorder|sct 197480006|icd10 F41.9
anxiety|sct 48694002
generalized-anxiety-disorder|sct 21897009|icd10 F41.1|icd9 300.02|gad;generalised anxiety disorder
panic-disorder|sct 371631005|icd10 F41.0|icd9 300.01
bipolar-disorder|sct 13746004|icd10 F31.9
schizophrenia|sct 58214004|icd10 F20.9
ptsd|sct 47505003|icd10 F43.10|icd9 309.81|posttraumatic stress disorder;post traumatic stress disorder
adhd|sct 406506008|icd10 F90.9|attention deficit hyperactivity disorder
autistic-disorder|sct 408856003|icd10 F84.0
insomnia|sct 193462001|icd10 G47.00|icd9 780.52
dementia|sct 52448006|icd10 F03.90
alzheimers-disease|sct 26929004|icd10 G30.9|icd9 331.0|alzheimer disease;alzheimers
mild-cognitive-impairment|sct 386805003|icd10 G31.84|icd9 331.83
alcohol-dependence|sct 66590003|icd10 F10.20
alcohol-abuse|sct 15167005|icd10 F10.10
opioid-dependence|sct 75544000|icd10 F11.20
opioid-abuse|sct 5602001|icd10 F11.10
tobacco-dependence|sct 89765005
nicotine-dependence|sct 56294008|icd10 F17.200
migraine|sct 37796009|icd10 G43.909|icd9 346.90|migraine headache
headache|sct 25064002|icd10 R51 R51.9|icd9 784.0
epilepsy|sct 84757009|icd10 G40.909
seizure|sct 91175000|icd10 R56.9
parkinsons-disease|sct 49049000|icd10 G20|icd9 332.0|parkinson disease
multiple-sclerosis|sct 24700007|icd10 G35|icd9 340
carpal-tunnel-syndrome|sct 57406009|icd10 G56.00|icd9 354.0
restless-legs-syndrome|sct 32914008|icd10 G25.81|icd9 333.94|restless leg syndrome
peripheral-neuropathy|sct 302226006
neuropathy|sct 386033004
vertigo|sct 399153001
dizziness|sct 404640003
syncope|sct 271594007|icd10 R55|icd9 780.2
fibromyalgia|sct 203082005|icd10 M79.7
osteoarthritis|sct 396275006|icd10 M19.90|icd9 715.90|oa;degenerative joint disease
osteoarthritis-of-knee|sct 239873007|icd10 M17.9|knee osteoarthritis
osteoarthritis-of-hip|sct 239872002|icd10 M16.9|hip osteoarthritis
rheumatoid-arthritis|sct 69896004|icd10 M06.9|icd9 714.0|ra
psoriatic-arthritis|sct 156370009|icd10 L40.50|icd9 696.0
ankylosing-spondylitis|sct 9631008|icd10 M45.9|icd9 720.0
systemic-lupus-erythematosus|sct 55464009|icd10 M32.9|icd9 710.0|sle;lupus
low-back-pain|sct 279039007|icd10 M54.50 M54.5|icd9 724.2|lumbago;lower back pain
chronic-low-back-pain|sct 278860009
neck-pain|sct 81680005|icd10 M54.2|icd9 723.1|cervicalgia
sciatica|sct 23056005|icd10 M54.30|icd9 724.3
spinal-stenosis|sct 76107001
plantar-fasciitis|sct 202882003|icd10 M72.2
chronic-pain|sct 82423001|icd10 G89.29
chronic-pain-syndrome|sct 373621006|icd10 G89.4|icd9 338.4
chest-pain|sct 29857009|icd10 R07.9|icd9 786.50
fatigue|sct 84229001|icd10 R53.83
fever|sct 386661006|icd10 R50.9|icd9 780.60
edema|sct 267038008|icd10 R60.9|icd9 782.3|oedema
psoriasis|sct 9014002|icd10 L40.9
eczema|sct 43116000
atopic-dermatitis|sct 24079001|icd10 L20.9
contact-dermatitis|sct 40275004
acne-vulgaris|sct 88616000|icd10 L70.0
acne|sct 11381005|icd10 L70.9
rosacea|sct 398909004|icd10 L71.9|icd9 695.3
urticaria|sct 126485001|icd10 L50.9|icd9 708.9|hives
cellulitis|sct 128045006|icd10 L03.90
actinic-keratosis|sct 201101007|icd10 L57.0|icd9 702.0
herpes-zoster|sct 4740000|icd10 B02.9|icd9 053.9|shingles
hiv-infection|sct 86406008|hiv
hiv-disease|icd10 B20|icd9 042
sepsis|sct 91302008|icd10 A41.9
otitis-media|sct 65363002|icd9 382.9
acute-otitis-media|sct 3110003|aom
hearing-loss|sct 15188001|icd10 H91.90
tinnitus|sct 60862001|icd10 H93.19|icd9 388.30
cataract|sct 193570009|icd10 H26.9|icd9 366.9
glaucoma|sct 23986001|icd10 H40.9|icd9 365.9
macular-degeneration|sct 267718000|age related macular degeneration;amd
conjunctivitis|sct 9826008|icd10 H10.9|icd9 372.30
myopia|sct 57190000
concussion|sct 110030002
ankle-sprain|sct 44465007|sprain of ankle
down-syndrome|sct 41040004|icd10 Q90.9
cerebral-palsy|sct 128188000|icd10 G80.9
cystic-fibrosis|sct 190905008|icd10 E84.9
`;
