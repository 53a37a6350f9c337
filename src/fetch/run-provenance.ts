/**
 * Who said it, as Provenance resources. Servers differ three ways: they bring it along with the records, they
 * answer a search of its own by patient, or only by target. The first is asked with every search; where nothing
 * came that way, the others are tried.
 */
import type { SourceProblem } from '../record/index.ts';
import type { Page } from './bundle.ts';
import { followChain, type ChainEnd, type ChainWorld } from './chain.ts';
import { searchForm } from './habits/fewer.ts';
import type { Line } from './line.ts';
import { grantFor } from './scopes.ts';
import type { Params } from './searches.ts';

/** What the pages of all types showed about provenance. */
export interface ProvenanceSeen {
  page(page: Page): void;
  /** Some records came in a way that could not bring it. */
  without(): void;
  /** It came along with records, or the server says that it looked for it. 'all': no record came without. */
  cameAlong(): 'not' | 'some' | 'all';
  /** References of records, newest first as they came: what to ask by target. */
  targets(): readonly string[];
}

const TARGETS_AT_MOST = 400;
const BATCH = 20;

export function watchProvenance(): ProvenanceSeen {
  const targets = new Set<string>();
  let along = false;
  let without = false;
  return {
    page({ entries, self }) {
      if (self?.includes('_revinclude=Provenance')) along = true;
      for (const { resource } of entries) {
        const type = resource?.['resourceType'];
        if (type === 'Provenance') along = true;
        else if (
          targets.size <= TARGETS_AT_MOST &&
          typeof resource?.['id'] === 'string' &&
          type !== 'Patient'
        )
          targets.add(`${String(type)}/${resource['id']}`);
      }
    },
    without() {
      without = true;
    },
    cameAlong: () => (along ? (without ? 'some' : 'all') : 'not'),
    targets: () => [...targets],
  };
}

export async function runProvenance(
  world: ChainWorld,
  seen: ProvenanceSeen,
  line: Line,
  whole: boolean,
): Promise<void> {
  const { delivery, patient } = world;
  line.begin(0);
  const count = () => line.add(delivery.count('Provenance') - line.received(), null);
  const along = seen.cameAlong();
  if (along !== 'not') {
    count();
    line.remark('brought along with the records they speak of');
    if (along === 'all' && whole) return line.complete();
  }
  const ask = async (params: Params): Promise<ChainEnd> => {
    const form = searchForm(params, []);
    return followChain(world, 'Provenance', { kind: 'search', form }, { page: count, remark: line.remark });
  };
  const byPatient = await ask([['patient', patient]]);
  if (along !== 'not' && byPatient.kind !== 'ended')
    return line.stop({ kind: 'unsupported', detail: 'not every record came with its provenance' }, null);
  if (byPatient.kind === 'ended' && (line.received() > 0 || seen.targets().length === 0))
    return complete(world, line);
  if (byPatient.kind === 'stopped') return line.stop(byPatient.why, null);
  if (byPatient.kind === 'refused' && byPatient.why.kind === 'forbidden')
    return line.notGranted(byPatient.why.detail);
  if (byPatient.kind === 'refused' && !isNo(byPatient.why)) return line.stop(byPatient.why, null);
  await byTarget(world, seen.targets(), line, ask, byPatient, whole);
}

const isNo = (why: SourceProblem): boolean => ['rejected', 'unsupported', 'not-found'].includes(why.kind);

function complete(world: ChainWorld, line: Line): void {
  if (line.received() === 0 && grantFor(world.access.granted, 'Provenance').kind === 'none')
    line.notGranted('the sign-in granted no search of this type');
  else line.complete();
}

async function byTarget(
  world: ChainWorld,
  targets: readonly string[],
  line: Line,
  ask: (params: Params) => Promise<ChainEnd>,
  byPatient: ChainEnd,
  whole: boolean,
): Promise<void> {
  if (targets.length === 0 && byPatient.kind !== 'ended') return line.notAsked('unsupported-by-server');
  const some = targets.slice(0, TARGETS_AT_MOST);
  for (let i = 0; i < some.length; i += BATCH) {
    const end = await ask([['target', some.slice(i, i + BATCH).join(',')]]);
    if (end.kind === 'ended') continue;
    // Nothing was ever answered by target: then what the search by patient said stands.
    if (end.kind === 'refused' && isNo(end.why) && line.received() === 0)
      return byPatient.kind === 'ended' ? complete(world, line) : line.notAsked('unsupported-by-server');
    return line.stop(end.why, null);
  }
  if (line.received() > 0) line.remark('asked by target');
  if (targets.length > TARGETS_AT_MOST)
    return line.stop(
      { kind: 'unsupported', detail: `asked for the newest ${TARGETS_AT_MOST} records only` },
      null,
    );
  if (!whole && byPatient.kind !== 'ended')
    return line.stop({ kind: 'unsupported', detail: 'asked only for the records that came' }, null);
  complete(world, line);
}
