/**
 * Allergens that are no single drug: drug classes, foods, environment, materials. Drugs come from the drug tables, and
 * lead to their class here. One line an allergen, its wider classes after it, narrowest first:
 *
 *     key wider wider|sct codes|rx codes|unii codes|names
 *
 * SNOMED CT codes (substances, products, and findings of the form 'allergy to …') are listed as identifiers only
 * (SNOMED CT is © SNOMED International; its use may need a licence). RxNorm (NLM) and UNII (FDA): public domain.
 */
export const ALLERGENS = `
penicillins beta-lactams|sct 91936005 764146007|rx 70618|penicillin;pcn;penicillin class;penicillin antibiotics
cephalosporins beta-lactams|cephalosporin;cephalosporin antibiotics
carbapenems beta-lactams|carbapenem
beta-lactams|beta lactam antibiotics;beta lactam
sulfonamide-antibiotics sulfonamides|sulfa;sulfa antibiotics;sulfa drugs;sulfonamide antibiotic;sulfa sulfonamide antibiotics;sulfonamide antibacterial
sulfonamides|sct 763875007|sulfonamide
macrolides|macrolide antibiotics
fluoroquinolones|quinolones;fluoroquinolone
tetracyclines|tetracycline class
aminoglycosides|aminoglycoside
azole-antifungals
nsaids|nsaid;nonsteroidal anti inflammatory drugs;non steroidal anti inflammatory drugs;anti inflammatory drugs
opioids|opioid;opiates;opioid analgesics;narcotics
ace-inhibitors|ace inhibitor
arbs|angiotensin receptor blockers
statins|statin
benzodiazepines|benzodiazepine
beta-blockers|beta blocker;beta adrenergic blockers
thiazide-diuretics|thiazides
local-anesthetics|local anesthetic
iodinated-contrast contrast-media|iodine contrast;iodinated contrast media;iv contrast dye iodinated;contrast dye iodine
contrast-media|contrast;iv contrast;contrast dye;iv contrast dye;radiographic contrast;iv dye
gadolinium-contrast contrast-media|gadolinium
latex|sct 111088007 1003755004|unii 2LQ0UUW8IN|natural rubber latex;natural latex rubber;latex allergy;latex natural rubber
adhesive|adhesive tape;tape;adhesive bandage
nickel
peanut|sct 91935009 762952008 256349002|unii QE1QX6B99R|peanuts;peanut allergy;peanut containing products
tree-nuts|tree nut;nuts tree
nuts|sct 91934008|nut
cashew tree-nuts|sct 227493005|cashews;cashew nut
almond tree-nuts|almonds
walnut tree-nuts|walnuts
pecan tree-nuts|pecans
hazelnut tree-nuts|hazelnuts
pistachio tree-nuts|pistachios
shellfish|sct 300913006 735029006|shellfish allergy;shellfish derived products
shrimp shellfish|shrimps;prawns
crab shellfish
lobster shellfish
fish|sct 417532002 735971005 227037002|fish allergy
egg|sct 91930004 213020009 286550009 303300008|eggs;egg allergy;hens egg;eggs edible
milk|sct 3718001|cows milk;cow milk;milk protein;dairy;dairy products;milk allergy
wheat|sct 420174000 412071004
gluten
soy|sct 782594005|soya;soybean;soy protein
sesame|sesame seed
strawberry|strawberries
grass-pollen pollen|sct 418689008 256277009
tree-pollen pollen|sct 419263009 782576004
ragweed pollen|ragweed pollen
pollen|pollens
mold|sct 419474003|mould;molds
dust-mite|sct 232350006|house dust mite;dust mites
animal-dander|sct 264287008
cat-dander animal-dander|cat hair;cats;cat
dog-dander animal-dander|dog hair;dogs;dog
bee-venom|sct 424213003 288328004|bee sting;bee stings;bees;honey bee venom
wasp-venom|wasp sting
`;

/** The therapeutic class of a drug (as the drug tables name it) → its allergen class. */
export const DRUG_CLASSES: Readonly<Record<string, string>> = {
  penicillin: 'penicillins',
  cephalosporin: 'cephalosporins',
  carbapenem: 'carbapenems',
  'sulfonamide-antibiotic': 'sulfonamide-antibiotics',
  macrolide: 'macrolides',
  fluoroquinolone: 'fluoroquinolones',
  tetracycline: 'tetracyclines',
  aminoglycoside: 'aminoglycosides',
  'azole-antifungal': 'azole-antifungals',
  nsaid: 'nsaids',
  opioid: 'opioids',
  'ace-inhibitor': 'ace-inhibitors',
  arb: 'arbs',
  statin: 'statins',
  benzodiazepine: 'benzodiazepines',
  'beta-blocker': 'beta-blockers',
  'thiazide-diuretic': 'thiazide-diuretics',
};
