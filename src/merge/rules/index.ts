import type { Fact } from '../../record/index.ts';
import { different, type KeySink, type Verdict, OTHER_KIND } from '../verdict.ts';
import { retraction, retractionKeys } from '../identity.ts';
import { isResult } from '../values.ts';
import { allergy } from './allergy.ts';
import { condition } from './condition.ts';
import { document } from './document.ts';
import { encounter } from './encounter.ts';
import { immunization } from './immunization.ts';
import { medication } from './medication.ts';
import { mayBeOne, observation } from './observation.ts';
import { other } from './other.ts';
import { procedure } from './procedure.ts';

const UNSAFE = different('unsafe');

/** The one verdict on two facts. Symmetric, and it depends on nothing but the two. */
export function judge(a: Fact, b: Fact): Verdict {
  if (a.unsafe || b.unsafe) return UNSAFE;
  const taken = retraction(a, b);
  if (taken !== null) return taken;
  switch (a.kind) {
    case 'observation':
    case 'panel':
    case 'social':
      return isResult(b) ? observation.judge(a, b) : OTHER_KIND;
    case 'medication':
      return b.kind === 'medication' ? medication.judge(a, b) : OTHER_KIND;
    case 'condition':
      return b.kind === 'condition' ? condition.judge(a, b) : OTHER_KIND;
    case 'allergy':
      return b.kind === 'allergy' ? allergy.judge(a, b) : OTHER_KIND;
    case 'encounter':
      return b.kind === 'encounter' ? encounter.judge(a, b) : OTHER_KIND;
    case 'immunization':
      return b.kind === 'immunization' ? immunization.judge(a, b) : OTHER_KIND;
    case 'procedure':
      return b.kind === 'procedure' ? procedure.judge(a, b) : OTHER_KIND;
    case 'report':
    case 'document':
    case 'imaging':
      return isDocument(b) ? document.judge(a, b) : OTHER_KIND;
    default:
      return isOther(b) ? other.judge(a, b) : OTHER_KIND;
  }
}

/** False where the verdict on two facts that met is known to be 'different', and nothing besides. */
export const worthJudging = (a: Fact, b: Fact): boolean => !isResult(a) || !isResult(b) || mayBeOne(a, b);

type DocumentKind = Extract<Fact, { kind: 'document' }>;
type OtherKind = Extract<Fact, { kind: 'other' }>;

const isDocument = (fact: Fact): fact is DocumentKind =>
  fact.kind === 'report' || fact.kind === 'document' || fact.kind === 'imaging';
const isOther = (fact: Fact): fact is OtherKind => 'particulars' in fact;

/** The blocking keys of a fact. What is unsafe has none: it meets nothing. */
export function keysOf(fact: Fact, sink: KeySink): void {
  if (fact.unsafe) return;
  if (fact.provenance.identifiers.length > 0) retractionKeys(fact, sink);
  switch (fact.kind) {
    case 'observation':
    case 'panel':
    case 'social':
      return observation.keys(fact, sink);
    case 'medication':
      return medication.keys(fact, sink);
    case 'condition':
      return condition.keys(fact, sink);
    case 'allergy':
      return allergy.keys(fact, sink);
    case 'encounter':
      return encounter.keys(fact, sink);
    case 'immunization':
      return immunization.keys(fact, sink);
    case 'procedure':
      return procedure.keys(fact, sink);
    case 'report':
    case 'document':
    case 'imaging':
      return document.keys(fact, sink);
    default:
      // A kind of its own that is forgotten above is none of these, and does not compile.
      return other.keys(fact, sink);
  }
}
