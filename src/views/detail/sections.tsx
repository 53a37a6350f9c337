import type { Fact, FactId, Join, MemberId, Merged, RelationKind } from '../../record/index.ts';
import type { Decided, Detail } from '../../session/index.ts';
import {
  rangeText,
  said,
  SourceMark,
  statusWord,
  useSourceNames,
  valueWord,
  withDates,
} from '../format/index.ts';
import { t } from '../messages/index.ts';
import { JoinOffer } from './decide/index.ts';
import css from './detail.module.css';
import { conceptText, measuredText } from './fields.ts';

/** These are warnings about the fact itself, and stand before its fields. */
const URGENT = new Set<RelationKind>(['contradicts', 'duplicate-therapy', 'possibly-same', 'superseded-by']);

interface RelatedProps {
  readonly detail: Detail;
  readonly urgent: boolean;
  readonly onOpen: (id: FactId) => void;
  readonly onJoined: (done: Extract<Decided, { kind: 'done' }>) => void;
}

export function Related({ detail, urgent, onOpen, onJoined }: RelatedProps) {
  const relations = detail.merged.related.filter((relation) => URGENT.has(relation.kind) === urgent);
  if (relations.length === 0) return null;
  const heading = urgent ? t.detail.relation.contradicts : t.detail.related;
  return (
    <section className={css.section} aria-label={urgent ? undefined : heading}>
      {!urgent && <h3>{heading}</h3>}
      <ul className={css.related}>
        {relations.map(({ id, kind, why }) => (
          <li key={`${id} ${kind}`}>
            <button type="button" className={css.link} onClick={() => onOpen(id)}>
              <strong>{t.detail.relation[kind]}:</strong> {detail.relatedTitles[id] ?? t.unknownFact}
              <span className={css.rule}> · {said(why)}</span>
            </button>
            {kind === 'possibly-same' && detail.relatedTitles[id] !== undefined && (
              <JoinOffer
                merged={detail.merged}
                other={id}
                title={detail.relatedTitles[id]}
                onDone={onJoined}
              />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The members of a panel that stand in the resource itself, and the reactions of an allergy. */
export function Parts({ fact }: { readonly fact: Fact }) {
  const rows = partsOf(fact);
  if (rows.length === 0) return null;
  return (
    <section className={css.section} aria-label={t.detail.results}>
      <h3>{t.detail.results}</h3>
      <table className={css.table}>
        <tbody>
          {rows.map(([name, value, more], i) => (
            <tr key={`${name} ${i}`}>
              <th scope="row">{name}</th>
              <td>
                <strong>{value}</strong> {more !== '' && <span className={css.rule}>{more}</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function partsOf(fact: Fact): readonly (readonly [string, string, string])[] {
  if (fact.kind === 'allergy')
    return fact.reactions.map((reaction) => [
      t.detail.fields.reactions,
      reaction.manifestations
        .map(conceptText)
        .filter((text) => text !== null)
        .join(', '),
      reaction.severity === null ? '' : statusWord(reaction.severity),
    ]);
  if (!('components' in fact)) return [];
  return fact.components.map((component) => [
    conceptText(component.code) ?? t.unknownFact,
    measuredText(component) ?? t.notStated,
    [valueWord('interpretation', component.interpretation.join(', ')), ...component.ranges.map(rangeText)]
      .filter(Boolean)
      .join(' · '),
  ]);
}

export function Notes({ members }: { readonly members: readonly Fact[] }) {
  const notes = members.flatMap((fact) => fact.notes.map((note) => ({ source: fact.source, ...note })));
  if (notes.length === 0) return null;
  return (
    <section className={css.section} aria-label={t.detail.notes}>
      <h3>{t.detail.notes}</h3>
      {notes.map((note, i) => (
        <p key={`${note.source} ${i}`} className={css.note} dir="auto">
          <SourceMark source={note.source} size={16} /> {note.text}
          {note.author !== null && <span className={css.rule}> — {note.author}</span>}
        </p>
      ))}
    </section>
  );
}

/** A clinician's own reason stays as it was written. */
const keysText = ({ rule, keys }: Join): string =>
  (rule === 'decision' ? keys : keys.map(keyText)).join(', ');

/** The tables' own name of a thing ('lab:hba1c') says nothing to a reader that its name does not. */
const OWN_NAME = / \([a-z-]+:[a-z0-9-]+\)$/;

/** 'dispense + request' is two codes. */
const keyText = (key: string): string =>
  withDates(key)
    .split(' + ')
    .map((part) => t.coded[part] ?? said(part.replace(OWN_NAME, '')))
    .join(' + ');

/** In a sentence for each pair: what was equal, and how far apart it was allowed to be. */
export function Why({ merged }: { readonly merged: Merged }) {
  const nameOf = useSourceNames();
  if (merged.joined.length === 0) return null;
  const named = ({ source, ref }: MemberId): string => `${nameOf(source)} (${ref})`;
  return (
    <section className={css.section} aria-label={t.detail.why}>
      <h3>{t.detail.why}</h3>
      <ul className={css.why}>
        {merged.joined.map((join) => (
          <li key={`${join.a.source}|${join.a.ref} ${join.b.source}|${join.b.ref}`}>
            {t.detail.join(named(join.a), named(join.b), keysText(join), said(join.tolerance))}
            <span className={css.rule}> {t.detail.rule(join.rule)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
