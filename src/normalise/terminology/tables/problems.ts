/**
 * Problems: codes of SNOMED CT, ICD-10-CM and ICD-9-CM that name the same clinical class at the same granularity.
 * 'Unspecified' stays apart from 'specific', type 1 from type 2, and a disease from the disease with its complication.
 *
 * ICD-9-CM and ICD-10-CM: CDC/NCHS and CMS, public domain. SNOMED CT codes are listed as identifiers only (SNOMED CT
 * is © SNOMED International; its use may need a licence in the country of deployment). The names and the grouping are
 * our own.
 */
export const PROBLEMS = `
hypertension|sct 38341003 59621000|icd10 I10|icd9 401.9 401.1 401.0|essential hypertension;high blood pressure;htn;primary hypertension;essential primary hypertension;benign essential hypertension;hypertensive disorder;arterial hypertension
secondary-hypertension|sct 31992008|icd10 I15.9
hypotension|sct 45007003|icd10 I95.9|icd9 458.9|low blood pressure
orthostatic-hypotension|sct 28651003|icd10 I95.1|icd9 458.0|postural hypotension
coronary-artery-disease|sct 53741008|icd10 I25.10|icd9 414.00 414.01|cad;coronary arteriosclerosis;coronary atherosclerosis
ischemic-heart-disease|sct 414545008|icd10 I25.9|icd9 414.9|ischaemic heart disease;ihd;chronic ischemic heart disease
angina|sct 194828000|icd10 I20.9|icd9 413.9|angina pectoris
unstable-angina|sct 4557003|icd10 I20.0|icd9 411.1
myocardial-infarction|sct 22298006|mi;heart attack
acute-myocardial-infarction|sct 57054005|icd10 I21.9|acute mi;ami
stemi|icd10 I21.3|sct 401303003|st elevation myocardial infarction
nstemi|icd10 I21.4|sct 401314000|icd9 410.71|non st elevation myocardial infarction;non st segment elevation myocardial infarction
old-myocardial-infarction|sct 1755008|icd10 I25.2|icd9 412|history of myocardial infarction;prior mi
heart-failure|sct 84114007 42343007|icd10 I50.9|icd9 428.9 428.0|cardiac failure;congestive heart failure;chf
systolic-heart-failure|sct 417996009|icd10 I50.20|icd9 428.20
diastolic-heart-failure|sct 418304008|icd10 I50.30|icd9 428.30
chronic-systolic-heart-failure|sct 441481004|icd10 I50.22|icd9 428.22
chronic-diastolic-heart-failure|sct 441530006|icd10 I50.32|icd9 428.32
atrial-fibrillation|sct 49436004|icd10 I48.91|icd9 427.31|a fib;afib
paroxysmal-atrial-fibrillation|sct 282825002|icd10 I48.0
permanent-atrial-fibrillation|sct 440028005|icd10 I48.21
chronic-atrial-fibrillation|sct 426749004|icd10 I48.20
atrial-flutter|sct 5370000|icd10 I48.92|icd9 427.32
cardiomyopathy|sct 85898001|icd10 I42.9
dilated-cardiomyopathy|sct 399020009|icd10 I42.0
mitral-regurgitation|sct 48724000|icd10 I34.0|mitral valve regurgitation
mitral-valve-prolapse|sct 409712001|icd10 I34.1|mvp
aortic-stenosis|sct 60573004|icd10 I35.0|aortic valve stenosis
bradycardia|sct 48867003|icd10 R00.1
tachycardia|sct 3424008|icd10 R00.0|icd9 785.0
palpitations|sct 80313002|icd10 R00.2|icd9 785.1
supraventricular-tachycardia|sct 6456007|svt
ventricular-tachycardia|sct 25569003
left-bundle-branch-block|sct 63467002|icd10 I44.7|lbbb
right-bundle-branch-block|sct 59118001|rbbb
peripheral-vascular-disease|sct 400047006|icd10 I73.9|icd9 443.9|pvd
peripheral-arterial-disease|sct 399957001|pad;peripheral artery disease
abdominal-aortic-aneurysm|sct 233985008|icd10 I71.4 I71.40|icd9 441.4|aaa
deep-vein-thrombosis|sct 128053003|dvt;deep venous thrombosis
pulmonary-embolism|sct 59282003|icd10 I26.99|icd9 415.19
carotid-stenosis|sct 64586002|carotid artery stenosis
stroke|sct 230690007|icd10 I63.9|cva;cerebrovascular accident
cerebral-infarction|sct 432504007|icd9 434.91
transient-ischemic-attack|sct 266257000|icd10 G45.9|icd9 435.9|tia;transient ischaemic attack
type-2-diabetes|sct 44054006|icd10 E11.9|icd9 250.00|type 2 diabetes mellitus;type ii diabetes mellitus;diabetes mellitus type 2;diabetes type 2;t2dm;dm2;dm type 2;type 2 dm;diabetes mellitus type ii;type ii diabetes;niddm;type 2 diabetes mellitus without complications;type 2 diabetes mellitus without complication
type-1-diabetes|sct 46635009|icd10 E10.9|icd9 250.01|type 1 diabetes mellitus;type i diabetes mellitus;diabetes mellitus type 1;t1dm;iddm;type 1 dm;type i diabetes
diabetes|sct 73211009|diabetes mellitus
type-2-diabetes-with-ckd|icd10 E11.22
type-2-diabetes-with-hyperglycemia|icd10 E11.65
diabetic-retinopathy|sct 4855003
diabetic-neuropathy|sct 230572002
diabetic-nephropathy|sct 127013003
gestational-diabetes|sct 11687002|gestational diabetes mellitus
prediabetes|sct 15777000 714628002|icd10 R73.03|pre diabetes
impaired-fasting-glucose|sct 390951007|icd10 R73.01|icd9 790.21
impaired-glucose-tolerance|sct 9414007|icd10 R73.02|icd9 790.22
hypoglycemia|sct 302866003|icd10 E16.2|icd9 251.2|hypoglycaemia
hyperglycemia|sct 80394007|icd10 R73.9|hyperglycaemia
metabolic-syndrome|sct 237602007|icd10 E88.81 E88.810|icd9 277.7
hyperlipidemia|sct 55822004|icd10 E78.5|icd9 272.4|hyperlipidaemia;hld
mixed-hyperlipidemia|sct 267434003|icd10 E78.2|icd9 272.2
hypercholesterolemia|sct 13644009|icd10 E78.00 E78.0|icd9 272.0|pure hypercholesterolemia;hypercholesterolaemia;high cholesterol
familial-hypercholesterolemia|sct 398036000|icd10 E78.01
hypertriglyceridemia|sct 302870006|icd10 E78.1|icd9 272.1|hypertriglyceridaemia;pure hyperglyceridemia
dyslipidemia|sct 370992007|dyslipidaemia
obesity|sct 414916001|icd10 E66.9|icd9 278.00
morbid-obesity|sct 238136002|icd10 E66.01|icd9 278.01|severe obesity
overweight|sct 238131007|icd10 E66.3|icd9 278.02
vitamin-d-deficiency|sct 34713006|icd10 E55.9|icd9 268.9
vitamin-b12-deficiency|sct 190634004|b12 deficiency
hypothyroidism|sct 40930008|icd10 E03.9|icd9 244.9|underactive thyroid
hyperthyroidism|sct 34486009|icd10 E05.90|overactive thyroid
graves-disease|sct 353295004
hashimoto-thyroiditis|sct 21983002|icd10 E06.3|icd9 245.2|hashimotos thyroiditis
goiter|sct 3716002|icd10 E04.9|icd9 240.9|goitre
thyroid-nodule|sct 237495005|icd10 E04.1|icd9 241.0
gout|sct 90560007|icd10 M10.9|icd9 274.9
hyperuricemia|sct 35885006|icd10 E79.0|hyperuricaemia
hyponatremia|sct 89627008|icd10 E87.1|hyponatraemia
hyperkalemia|sct 14140009|icd10 E87.5|icd9 276.7|hyperkalaemia
hypokalemia|sct 43339004|icd10 E87.6|icd9 276.8|hypokalaemia
hypercalcemia|sct 66931009|icd10 E83.52|icd9 275.42|hypercalcaemia
dehydration|sct 34095006|icd10 E86.0|icd9 276.51
polycystic-ovary-syndrome|sct 237055002|icd10 E28.2|icd9 256.4|pcos;polycystic ovarian syndrome
osteoporosis|sct 64859006|icd10 M81.0|icd9 733.00
osteopenia|sct 312894000
asthma|sct 195967001|icd10 J45.909|icd9 493.90|bronchial asthma
copd|sct 13645005|icd10 J44.9|icd9 496|chronic obstructive pulmonary disease;chronic obstructive lung disease
copd-exacerbation|sct 195951007|icd10 J44.1|icd9 491.21|acute exacerbation of copd
emphysema|sct 87433001|icd10 J43.9|pulmonary emphysema
chronic-bronchitis|sct 63480004|icd10 J42|icd9 491.9
acute-bronchitis|sct 10509002|icd10 J20.9|icd9 466.0
bronchitis|sct 32398004|icd10 J40|icd9 490
pneumonia|sct 233604007|icd10 J18.9|icd9 486
allergic-rhinitis|sct 61582004|icd10 J30.9|icd9 477.9
sinusitis|sct 36971009
acute-sinusitis|sct 15805002|icd10 J01.90|icd9 461.9
chronic-sinusitis|sct 40055000|icd10 J32.9|icd9 473.9
upper-respiratory-infection|sct 54150009|icd10 J06.9|icd9 465.9|uri;urti;upper respiratory tract infection;acute upper respiratory infection
common-cold|sct 82272006|icd10 J00|icd9 460|acute nasopharyngitis
acute-pharyngitis|sct 363746003|icd10 J02.9|icd9 462
strep-throat|sct 43878008|icd10 J02.0|icd9 034.0|streptococcal pharyngitis;streptococcal sore throat
influenza|sct 6142004|flu
covid-19|sct 840539006|icd10 U07.1
sleep-apnea|sct 73430006|icd10 G47.30|icd9 780.57|sleep apnoea
obstructive-sleep-apnea|sct 78275009|icd10 G47.33|icd9 327.23|osa;obstructive sleep apnea syndrome;obstructive sleep apnoea
pulmonary-hypertension|sct 70995007|icd10 I27.20
pulmonary-fibrosis|sct 51615001|icd10 J84.10
pleural-effusion|sct 60046008|icd10 J90|icd9 511.9
respiratory-failure|sct 409622000|icd10 J96.90
dyspnea|sct 267036007|icd10 R06.00 R06.02|icd9 786.05|shortness of breath;dyspnoea;sob
cough|sct 49727002|icd10 R05 R05.9|icd9 786.2
`;
