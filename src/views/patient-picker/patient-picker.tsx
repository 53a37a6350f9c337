import { useState, type SyntheticEvent } from 'react';
import type { Person, ResourceRef } from '../../record/index.ts';
import {
  useActions,
  type FoundPatients,
  type PatientQuestion,
  type SourceView,
} from '../../session/index.ts';
import { Button } from '../../ui/index.ts';
import { nameOf, noBirthText } from '../banner/index.ts';
import { dateText, SourceMark } from '../format/index.ts';
import { t } from '../messages/index.ts';
import { Brand } from '../start/index.ts';
import css from './patient-picker.module.css';

/** Signed in without a patient: one is looked for and chosen before anything of anybody is read. */
export function PatientPicker({ views }: { readonly views: readonly SourceView[] }) {
  const { forgetAll } = useActions();
  return (
    <main className={css.page}>
      <Brand />
      <h1 className={css.title}>{t.picker.title}</h1>
      <p className={css.muted}>{t.picker.says}</p>
      {views.map((view) => (
        <Source key={view.organisation.id} view={view} />
      ))}
      <Button onClick={forgetAll}>{t.sources.signOut}</Button>
    </main>
  );
}

const NOBODY: PatientQuestion = { name: '', birthDate: '', identifier: '' };

function Source({ view }: { readonly view: SourceView }) {
  const { findPatients, choosePatient } = useActions();
  const { id, name } = view.organisation;
  const [question, setQuestion] = useState(NOBODY);
  const [found, setFound] = useState<FoundPatients | null>(null);
  const [busy, setBusy] = useState(false);
  const named = view.state?.person ?? null;
  const empty = Object.values(question).every((text) => text.trim() === '');
  const ask = async (what: PatientQuestion | 'next') => {
    setBusy(true);
    setFound(await findPatients(id, what));
    setBusy(false);
  };
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (!empty) void ask(question);
  };
  const field = (key: keyof PatientQuestion, type: 'text' | 'date') => (
    <label className={css.field}>
      {t.picker.fields[key]}
      <input
        type={type}
        autoComplete="off"
        value={question[key]}
        onChange={(event) => setQuestion({ ...question, [key]: event.target.value })}
      />
    </label>
  );
  return (
    <section className={css.source} aria-label={name}>
      <h2 className={css.name}>
        <SourceMark source={id} said={false} size={22} /> {name}
      </h2>
      {named !== null && <People people={[named]} onChoose={(ref) => choosePatient(id, ref)} />}
      {named === null && (
        <form className={css.form} onSubmit={submit}>
          {field('name', 'text')}
          {field('birthDate', 'date')}
          {field('identifier', 'text')}
          <Button look="primary" type="submit" disabled={busy || empty}>
            {busy ? t.picker.looking : t.picker.search}
          </Button>
        </form>
      )}
      {found !== null && <output className={css.muted}>{outcomeText(found)}</output>}
      {found !== null && <People people={found.people} onChoose={(ref) => choosePatient(id, ref)} />}
      {found?.more === true && (
        <Button onClick={() => void ask('next')} disabled={busy}>
          {t.picker.more}
        </Button>
      )}
    </section>
  );
}

function outcomeText({ people, more, problem }: FoundPatients): string {
  if (problem !== null) return t.picker.failed(t.sourceProblem[problem.kind]);
  return people.length === 0 ? t.picker.none : t.picker.found(people.length, more);
}

interface PeopleProps {
  readonly people: readonly Person[];
  readonly onChoose: (ref: ResourceRef) => void;
}

/** Enough of each to tell two people of one name apart before either's record is opened. */
function People({ people, onChoose }: PeopleProps) {
  return (
    <ul className={css.people}>
      {people.map((person) => (
        <li key={person.ref} className={css.person}>
          <div className={css.words}>
            <strong>
              <bdi>{nameOf(person)}</bdi>
            </strong>
            <span>
              {person.birthDate.kind === 'undated' ? noBirthText(person) : dateText(person.birthDate)}
              {' · '}
              {t.banner.gender[person.gender] ?? person.gender}
              {person.deceased !== null && person.deceased !== false ? ` · ${t.banner.died}` : ''}
            </span>
            <span className={css.muted}>
              <bdi>{detailsOf(person)}</bdi>
            </span>
            {person.active === false && <span className={css.warn}>{t.picker.inactive}</span>}
          </div>
          <Button onClick={() => onChoose(person.ref)} aria-label={`${t.picker.choose}: ${nameOf(person)}`}>
            {t.picker.choose}
          </Button>
        </li>
      ))}
    </ul>
  );
}

function detailsOf({ identifiers, addresses, phones }: Person): string {
  const ids = identifiers.slice(0, 2).map(({ type, value }) => `${type ?? ''} ${value}`.trim());
  const address = addresses[0];
  const place = address ? [...address.lines, address.city, address.postalCode] : [];
  return [...ids, place.filter((part) => part !== null).join(', '), phones[0] ?? '']
    .filter(Boolean)
    .join(' · ');
}
