import { useState } from 'react';
import type { ClinicalDate, Fact, Party } from '../../record/index.ts';
import { useRaw } from '../../session/index.ts';
import { Button, Icon } from '../../ui/index.ts';
import { dateText, momentText, SourceMark, useSourceNames, withDates } from '../format/index.ts';
import { t } from '../messages/index.ts';
import css from './detail.module.css';
import { partyName, sensitivityText, type Names } from './fields.ts';
import { RecordDetails } from './record-details.tsx';
import { Narrative } from './narrative.tsx';

/** Where each member comes from; what its source does not state is said to be not stated. */
export function Members({ members, names }: { readonly members: readonly Fact[]; readonly names: Names }) {
  return (
    <section className={css.section} aria-label={t.detail.provenance}>
      <h3>{t.detail.provenance}</h3>
      {members.map((fact) => (
        <Member key={`${fact.source}|${fact.ref}`} fact={fact} names={names} />
      ))}
    </section>
  );
}

function Member({ fact, names }: { readonly fact: Fact; readonly names: Names }) {
  const nameOf = useSourceNames();
  const [open, setOpen] = useState(false);
  return (
    <div className={css.member}>
      <p className={css.memberHead}>
        <SourceMark source={fact.source} said={false} />
        {nameOf(fact.source)}
      </p>
      <dl className={css.prov}>
        {provenanceOf(fact, names).map(([label, text]) => (
          <ProvenanceLine key={label} label={label} text={text} />
        ))}
        <RecordDetails member={fact} />
      </dl>
      <OpenInSource address={fact.provenance.metaSource} />
      <div className={css.rawBar}>
        <Narrative fact={fact} />
      </div>
      <div className={css.rawBar}>
        <Button look="quiet" aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? t.detail.hideRaw : t.detail.showRaw}
        </Button>
      </div>
      {open && <Raw fact={fact} />}
    </div>
  );
}

/** Where the source gives the address of a page: the reader's own step, told nothing of where it comes from. */
function OpenInSource({ address }: { readonly address: string | null }) {
  if (address === null || !URL.canParse(address) || new URL(address).protocol !== 'https:') return null;
  return (
    <p>
      <a href={address} target="_blank" rel="noopener noreferrer">
        {t.detail.openInSource}
      </a>
    </p>
  );
}

const ProvenanceLine = ({ label, text }: { readonly label: string; readonly text: string | null }) => (
  <>
    <dt>{label}</dt>
    <dd>{text ?? <span className={css.missing}>{t.notStated}</span>}</dd>
  </>
);

const stated = (date: ClinicalDate | null): string | null =>
  date === null || date.kind === 'undated' ? null : dateText(date);

function provenanceOf(fact: Fact, names: Names): readonly (readonly [string, string | null])[] {
  const { provenance } = fact;
  const p = t.detail.prov;
  const party = (who: Party | null): string | null =>
    who === null ? null : (partyName(fact.source, who, names) ?? who.ref);
  return [
    [p.record, fact.ref],
    [p.author, party(provenance.author)],
    [p.role, roleText(provenance.author)],
    [p.organisation, party(provenance.organisation)],
    [p.transmitter, party(provenance.transmitter)],
    [p.when, stated(fact.when)],
    [p.recorded, stated(provenance.recorded)],
    [p.updated, provenance.lastUpdated === null ? null : withDates(provenance.lastUpdated)],
    [p.version, provenance.version],
    [p.metaSource, provenance.metaSource],
    [p.identifiers, provenance.identifiers.map((id) => id.value).join(', ') || null],
    [p.security, sensitivityText(fact)],
    [p.fetched, provenance.fetchedAt === null ? null : momentText(provenance.fetchedAt)],
  ];
}

const roleText = (who: Party | null): string | null =>
  who === null || who.role === '' ? null : (t.coded[who.role] ?? who.role);

/** Asked for only when opened: the source's record is kept compressed in the worker. */
function Raw({ fact }: { readonly fact: Fact }) {
  const raw = useRaw({ source: fact.source, ref: fact.ref });
  const [copied, setCopied] = useState(false);
  if (raw === undefined) return <p className={css.empty}>{t.opened.loading}</p>;
  if (raw === null) return <p className={css.empty}>{t.detail.rawGone}</p>;
  const text = pretty(raw);
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    setCopied(true);
  };
  return (
    <>
      <div className={css.rawBar}>
        <Button onClick={() => void copy()}>
          <Icon name="copy" />
          <output>{copied ? t.copied : t.copy}</output>
        </Button>
      </div>
      <textarea
        className={css.raw}
        readOnly
        rows={16}
        spellCheck={false}
        aria-label={t.detail.raw}
        value={text}
      />
    </>
  );
}

/** Indented without being parsed into numbers, which would lose the source's digits. */
function pretty(json: string): string {
  let depth = 0;
  const line = (): string => `\n${'  '.repeat(depth)}`;
  return json
    .replace(/"(?:[^"\\]|\\.?)*(?:"|$)|[{}[\],:]|\s+/gs, (token) => {
      if (token.startsWith('"')) return token;
      if (token === '{' || token === '[') {
        depth++;
        return token + line();
      }
      if (token === '}' || token === ']') {
        depth = Math.max(0, depth - 1);
        return line() + token;
      }
      return token === ',' ? token + line() : token === ':' ? ': ' : '';
    })
    .replace(/([[{])\s+([\]}])/g, '$1$2');
}
