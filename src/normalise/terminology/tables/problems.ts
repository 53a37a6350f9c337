/**
 * Problems: codes of SNOMED CT, ICD-10-CM and ICD-9-CM that name the same clinical class at the same granularity.
 * 'Unspecified' stays apart from 'specific', type 1 from type 2, and a disease from the disease with its complication.
 *
 * ICD-9-CM and ICD-10-CM: CDC/NCHS and CMS, public domain. SNOMED CT codes are listed as identifiers only (SNOMED CT
 * is © SNOMED International; its use may need a licence in the country of deployment). The names and the grouping are
 * our own.
 */
export const PROBLEMS = `
hypertension|sct 38341003 59621000|icd10 I10|icd9 401.9 401.1 401.0|essential hypertension;high blood pressure;htn;primary hypertension
type-2-diabetes|sct 44054006|icd10 E11.9|icd9 250.00|type 2 diabetes mellitus;type ii diabetes mellitus;diabetes mellitus type 2;diabetes type 2;t2dm;dm2;dm type 2;diabetes mellitus type ii
type-1-diabetes|sct 46635009|icd10 E10.9|icd9 250.01|type 1 diabetes mellitus;type i diabetes mellitus;diabetes mellitus type 1;t1dm
hyperlipidemia|sct 55822004|icd10 E78.5|icd9 272.4|hyperlipidaemia;hld
mixed-hyperlipidemia|sct 267434003|icd10 E78.2|icd9 272.2
hypercholesterolemia|sct 13644009|icd10 E78.00|icd9 272.0|hypercholesterolaemia
asthma|sct 195967001|icd10 J45.909|icd9 493.90|bronchial asthma
copd|sct 13645005|icd10 J44.9|icd9 496|chronic obstructive pulmonary disease;chronic obstructive lung disease
heart-failure|sct 84114007|icd10 I50.9|icd9 428.9|cardiac failure
congestive-heart-failure|sct 42343007|icd9 428.0|chf
atrial-fibrillation|sct 49436004|icd10 I48.91|icd9 427.31|a fib;afib;af
depression|sct 35489007|icd10 F32.A|icd9 311|depressive disorder
anxiety|sct 48694002 197480006|icd10 F41.9|icd9 300.00|anxiety disorder
gerd|sct 235595009|icd10 K21.9|icd9 530.81|gastroesophageal reflux disease;gastro esophageal reflux disease;acid reflux
hypothyroidism|sct 40930008|icd10 E03.9|icd9 244.9|
obesity|sct 414916001|icd10 E66.9|icd9 278.00|
`;
