import { useState } from 'react';
import type { Person } from '../../record/index.ts';
import { usePatient, useRows, useSources } from '../../session/index.ts';
import { EVERYTHING } from '../../timeline/index.ts';
import { Button, classNames, Icon } from '../../ui/index.ts';
import { START, type ChangeView } from '../address/index.ts';
import { ageText, dateText, SourceMark } from '../format/index.ts';
import { t } from '../messages/index.ts';
import { isIncomplete } from '../strip/index.ts';
import css from './banner.module.css';

const ALLERGIES = { ...EVERYTHING, kinds: ['allergy' as const] };
const CONFLICTS = { ...EVERYTHING, only: ['conflict' as const] };

export function PatientBanner({ change }: { readonly change: ChangeView }) {
  const { person, bySource } = usePatient();
  return (
    <header className={css.banner} aria-label={t.banner.patient}>
      {/* The patient's name is the page's heading, as it is the first thing to check. */}
      <h1 className={css.name}>{person === null ? t.banner.nobody : nameOf(person)}</h1>
      {person !== null && <PersonFacts person={person} />}
      {bySource.length > 0 && (
        <ul className={css.ids} aria-label={t.banner.identifiers}>
          {bySource.map(({ source, person: there }) => (
            <li key={source} className={css.id}>
              <SourceMark source={source} size={16} />
              {identifierOf(there)}
            </li>
          ))}
        </ul>
      )}
      {person !== null && <Safety change={change} />}
    </header>
  );
}

function PersonFacts({ person }: { readonly person: Person }) {
  const [today] = useState(Date.now);
  const birth = person.birthDate.kind === 'undated' ? null : dateText(person.birthDate);
  return (
    <p className={css.facts}>
      <span>
        {birth === null ? t.banner.birthUnknown : t.banner.born(birth, ageText(person.birthDate, today))}
      </span>
      <span>{t.banner.gender[person.gender] ?? person.gender}</span>
      {person.deceased !== null && person.deceased !== false && (
        <span className={css.died}>
          {t.banner.died}
          {typeof person.deceased === 'string' ? ` ${person.deceased.slice(0, 10)}` : ''}
        </span>
      )}
    </p>
  );
}

/** Allergies and contradictions, counted, with 'at least' while a source is incomplete. */
function Safety({ change }: { readonly change: ChangeView }) {
  const views = useSources();
  const allergies = useRows(ALLERGIES, 0, 1)?.total;
  const conflicts = useRows(CONFLICTS, 0, 1)?.total;
  const floor = isIncomplete(views);
  const said = (text: string): string => (floor ? t.atLeastFirst(text) : text);
  const none = floor ? t.banner.allergiesUnknown : t.banner.allergiesNone;
  return (
    <div className={css.safety}>
      {allergies !== undefined && (
        <Button
          className={classNames(css.flag, allergies > 0 && css.alert)}
          onClick={() => change({ ...START, kinds: ['allergy'] })}
        >
          {allergies > 0 && <Icon name="warning" />}
          {allergies > 0 ? said(t.banner.allergies(allergies)) : none}
        </Button>
      )}
      {conflicts !== undefined && conflicts > 0 && (
        <Button
          className={classNames(css.flag, css.danger)}
          onClick={() => change({ ...START, only: ['conflict'] })}
        >
          <Icon name="split" />
          {said(t.banner.conflicts(conflicts))}
        </Button>
      )}
    </div>
  );
}

/** Family name first, as charts write it, so that the two are never confused. */
export function nameOf(person: Person): string {
  const name = person.names.find((each) => each.use === 'official') ?? person.names[0];
  if (name === undefined) return t.notStated;
  const given = [...name.given, ...name.suffix].join(' ');
  if (name.family === null) return name.text ?? given;
  return given === '' ? name.family : `${name.family}, ${given}`;
}

function identifierOf(person: Person): string {
  const id = person.identifiers.find((each) => each.type === 'MR') ?? person.identifiers[0];
  return id === undefined ? person.ref.replace(/^Patient\//, '') : `${id.type ?? ''} ${id.value}`.trim();
}
