import { useState } from 'react';
import { mainPoint, type Person, type Precision } from '../../record/index.ts';
import { usePatient } from '../../session/index.ts';
import type { ChangeView } from '../address/index.ts';
import { ageText, dateText, dayText, SourceMark, useSourceNames } from '../format/index.ts';
import { t } from '../messages/index.ts';
import { Allergies } from './allergies.tsx';
import css from './banner.module.css';

export function PatientBanner({ change }: { readonly change: ChangeView }) {
  const { person, bySource, shownByEhr } = usePatient();
  const sourceName = useSourceNames();
  const othersBorn = bySource.flatMap(({ source, person: there }) =>
    person !== null && bornElsewhen(person, there) ? [`${birthText(there)} (${sourceName(source)})`] : [],
  );
  return (
    <header className={css.banner} aria-label={t.banner.patient}>
      {/*
        The patient's name is the page's heading, as it is the first thing to check. An EHR that shows it around this
        page may ask that it not be shown twice; it is still said, and what bears on safety stays.
      */}
      <h1 className={shownByEhr === true ? 'said' : css.name}>
        {person === null ? t.banner.nobody : nameOf(person)}
      </h1>
      {person !== null && shownByEhr !== true && <PersonFacts person={person} others={othersBorn} />}
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
      {person !== null && <Allergies change={change} />}
    </header>
  );
}

function PersonFacts({ person, others }: { readonly person: Person; readonly others: readonly string[] }) {
  const [today] = useState(Date.now);
  const birth = person.birthDate.kind === 'undated' ? null : birthText(person);
  const died = person.deceased !== null && person.deceased !== false;
  const death = typeof person.deceased === 'string' ? statedDay(person.deceased) : null;
  // Of somebody who has died the age is that on the day of death, and not known where the day is not.
  const age = died
    ? death === null
      ? null
      : ageText(person.birthDate, death.from)
    : ageText(person.birthDate, today);
  return (
    <p className={css.facts}>
      <span>{birth === null ? noBirthText(person) : t.banner.born(birth, age)}</span>
      <span>{t.banner.gender[person.gender] ?? person.gender}</span>
      {died && (
        <span className={css.died}>
          {[t.banner.died, death === null ? null : dayText(death)].filter((part) => part !== null).join(' ')}
        </span>
      )}
      {others.length > 0 && <span className={css.died}>{t.banner.birthDiffers(t.listed(others))}</span>}
    </p>
  );
}

export const birthText = ({ birthDate }: Person): string => {
  const point = mainPoint(birthDate);
  return point === null ? dateText(birthDate) : dayText(point);
};

/** Of a date that is not there nobody said anything; of one that is no date somebody did. */
export const noBirthText = ({ birthDate }: Person): string =>
  birthDate.kind === 'undated' && birthDate.reason === 'unreadable'
    ? t.banner.birthUnreadable
    : t.banner.birthUnknown;

/** Two dates that cannot both be: 1957 and 23 April 1957 can. */
function bornElsewhen(a: Person, b: Person): boolean {
  const [one, other] = [mainPoint(a.birthDate), mainPoint(b.birthDate)];
  return one !== null && other !== null && (one.from >= other.to || other.from >= one.to);
}

/** A FHIR date or time of death as a day, month or year, no finer than it was written. */
function statedDay(text: string): { from: number; precision: Precision; offset: null } | null {
  const [, year, month, day] = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?/.exec(text) ?? [];
  const from = Date.parse(`${year ?? ''}-${month ?? '01'}-${day ?? '01'}`);
  if (Number.isNaN(from)) return null;
  return {
    from,
    precision: day !== undefined ? 'day' : month !== undefined ? 'month' : 'year',
    offset: null,
  };
}

/** Family name first, as charts write it, so that the two are never confused. */
export function nameOf(person: Person): string {
  const name = person.names.find((each) => each.use === 'official') ?? person.names[0];
  if (name === undefined) return t.notStated;
  const given = [...name.given, ...name.suffix].join(' ');
  if (name.family === null) return name.text ?? given;
  return given === '' ? name.family : `${name.family}, ${given}`;
}

export function identifierOf(person: Person): string {
  const id = person.identifiers.find((each) => each.type === 'MR') ?? person.identifiers[0];
  return id === undefined ? person.ref.replace(/^Patient\//, '') : `${id.type ?? ''} ${id.value}`.trim();
}
