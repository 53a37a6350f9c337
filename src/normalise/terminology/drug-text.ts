import { drugTable } from './drug-table.ts';
import { formOf } from './drug-form.ts';
import { strengthsIn } from './drug-strength.ts';

export interface ParsedDrug {
  /** Sorted. */
  readonly ingredients: readonly string[];
  readonly strength: string | null;
  readonly form: string | null;
}

const LIMIT = 300;

/** From here on a text tells how to take the drug, and no longer what it is. */
const INSTRUCTIONS = /\b(?:sig|take|takes|taking|inject|apply|use|inhale|instill|give|place|dissolve)\b/i;

/** Words that say nothing about which drug it is: salts, routes, packaging, fillers. */
const NOISE = new Set(
  `sodium potassium calcium magnesium hydrochloride hcl dihydrate monohydrate trihydrate anhydrous sulfate
  sulphate maleate tartrate succinate besylate besilate mesylate fumarate phosphate acetate citrate hydrobromide
  bromide chloride tromethamine propionate furoate dipropionate valerate hyclate hemihydrate bitartrate
  disoproxil xinafoate hbr na mononitrate arginine oral po iv im sc subcutaneous intravenous intramuscular
  topical ophthalmic otic nasal rectal vaginal transdermal sublingual buccal inhalation tablet tab 
  capsule cap solution suspension syrup elixir injection injectable cream ointment gel lotion
  patch spray drops inhaler inhalant aerosol powder suppository film coated enteric ec extended release er xr xl
  sr la cr cd sa dr delayed sustained modified immediate ir hr hour mg mcg ug ml unt unit meq actuat
  actuation dose the of for and with in chewable disintegrating orally odt metered nebulizer respules prefilled
  syringe pen injector cartridge vial kit usp bp each per daily generic brand product low strength regular
  adult extra maximum otc children infant solostar flexpen kwikpen hfa diskus respiclick handihaler
  medication drug pack pill human insulin base act inh inhaled cfc free neb implant auto abuse
  deterrent gram bid tid qid qd qhs prn once twice day`
    .split(/\s+/)
    .filter((word) => word !== ''),
);

const isNoise = (word: string): boolean => NOISE.has(word) || NOISE.has(word.replace(/s$/, ''));

/**
 * The drug that a name like 'warfarin sodium 5 MG Oral Tablet [Coumadin]' means. null where a word stands where an
 * ingredient would and is unknown: 'lisinopril / newdrug 5 MG' is not lisinopril.
 */
export function parseDrugName(text: string): ParsedDrug | null {
  if (text.length > LIMIT) return null;
  const instructions = text.search(INSTRUCTIONS);
  const product = instructions > 0 ? text.slice(0, instructions) : text;
  const plain = fold(product);
  const brand = /\[([^\]]*)\]/.exec(plain)?.[1] ?? null;
  // '*ANALGESICS - OPIOID*' is a chapter of a drug file, not a drug.
  const body = plain.replace(/\[[^\]]*\]|\*[^*]{0,80}\*/g, ' ').trim();
  const ordered = ingredientsIn(body === '' && brand !== null ? brand : body);
  if (ordered === null || ordered.length === 0) return null;
  if (brand !== null && !agreesWithBrand(brand, ordered)) return null;
  return {
    ingredients: [...ordered].sort(),
    strength: strengthsIn(body, ordered),
    form: formOf(body, brand, ordered),
  };
}

const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[\u00b5\u03bc]/g, 'u')
    .toLowerCase();

function agreesWithBrand(brand: string, ordered: readonly string[]): boolean {
  const named = ingredientsIn(brand);
  return named === null || named.length === 0 || [...named].sort().join() === [...ordered].sort().join();
}

function ingredientsIn(body: string): readonly string[] | null {
  const { byName, longest } = drugTable();
  const words = body.split(/[^a-z0-9]+/).filter((word) => word !== '');
  const found: string[] = [];
  // After the first amount of a product with a known ingredient, words describe; before it they name.
  const joins = joinedPositions(body);
  for (let i = 0; i < words.length;) {
    let size = Math.min(longest, words.length - i);
    let match: readonly string[] | undefined;
    for (; size > 0; size -= 1) {
      match = byName.get(words.slice(i, i + size).join(' '));
      if (match !== undefined) break;
    }
    if (match !== undefined) {
      for (const ingredient of match) if (!found.includes(ingredient)) found.push(ingredient);
      i += size;
      continue;
    }
    const word = words[i] ?? '';
    if (!isNoise(word) && !/\d/.test(word) && word.length > 1) {
      const described = found.length > 0 && words.slice(0, i).some((w) => /^\d/.test(w)) && !joins.has(i);
      if (!described) return null;
    }
    i += 1;
  }
  return found;
}

/** Positions of words that follow a joiner ('/', '+', '&', 'and', '-'), where another ingredient is expected. */
function joinedPositions(body: string): ReadonlySet<number> {
  const joined = new Set<number>();
  let index = 0;
  for (const part of body.split(/([^a-z0-9]+)/)) {
    if (/^[a-z0-9]+$/.test(part)) {
      if (part === 'and' || part === 'with' || part === 'plus') joined.add(index + 1);
      index += 1;
    } else if (/[/+&-]/.test(part)) joined.add(index);
  }
  return joined;
}
