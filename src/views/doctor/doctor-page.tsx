import { use, useEffect, useRef, useState, type SyntheticEvent } from 'react';
import { examine, sentence, useSources, type DoctorReport, type SourceView } from '../../session/index.ts';
import { Button } from '../../ui/index.ts';
import { SourceMark } from '../format/index.ts';
import { doctorWords, useLanguage, type DoctorCatalogue } from '../messages/index.ts';
import { Brand } from '../start/index.ts';
import css from './doctor.module.css';

type Organisation = SourceView['organisation'];

interface Examined {
  readonly report: DoctorReport;
  readonly organisation: Organisation | null;
}

/** What is wrong with a connection, in words for somebody who sets up their first one. */
export function DoctorPage() {
  const words = use(doctorWords(useLanguage()));
  const views = useSources();
  const [address, setAddress] = useState('');
  const [busy, setBusy] = useState<string | null>(null);
  const [examined, setExamined] = useState<Examined | null>(null);
  const look = async (where: string) => {
    const organisation = views.find((view) => view.organisation.iss === where)?.organisation ?? null;
    setExamined(null);
    setBusy(organisation?.name ?? where);
    const report = await examine(where, organisation);
    setBusy(null);
    setExamined({ report, organisation });
  };
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (address.trim() !== '') void look(address.trim());
  };
  return (
    <main className={css.page}>
      <Brand />
      <h1 className={css.title}>{words.title}</h1>
      <p className={css.muted}>{words.says}</p>
      <ul className={css.servers} aria-label={words.configured}>
        {views.map(({ organisation: { id, name, iss } }) => (
          <li key={id}>
            <Button
              disabled={busy !== null}
              onClick={() => void look(iss)}
              aria-label={`${words.examine}: ${name}`}
            >
              <SourceMark source={id} said={false} /> {name}
            </Button>
          </li>
        ))}
      </ul>
      <form className={css.other} onSubmit={submit}>
        <label className={css.field}>
          {words.other}
          <input
            type="url"
            value={address}
            placeholder="https://fhir.example.org/r4"
            autoComplete="off"
            spellCheck={false}
            onChange={(event) => setAddress(event.target.value)}
          />
        </label>
        <Button type="submit" disabled={busy !== null || address.trim() === ''}>
          {words.examine}
        </Button>
      </form>
      <p className={css.muted}>{words.otherHint}</p>
      <output className={css.busy}>{busy === null ? '' : words.busy(busy)}</output>
      {examined !== null && <Report {...examined} words={words} />}
      <p className={css.back}>
        <a href="/">{words.back}</a>
      </p>
    </main>
  );
}

interface ReportProps extends Examined {
  readonly words: DoctorCatalogue;
}

const WORST_FIRST = ['bad', 'warning', 'unknown', 'good'] as const;

function Report({ report, organisation, words }: ReportProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [report]);
  const bad = report.checks.filter((each) => each.state === 'bad').length;
  const checks = WORST_FIRST.flatMap((state) => report.checks.filter((each) => each.state === state));
  return (
    <section aria-labelledby="verdict">
      <h2 id="verdict" ref={heading} tabIndex={-1} className={report.works ? css.works : css.worksNot}>
        {organisation === null ? '' : `${organisation.name}: `}
        {report.works ? words.works : words.worksNot(bad)}
      </h2>
      <p className={css.muted}>
        <bdi>{report.iss}</bdi>
      </p>
      <h3>{words.found}</h3>
      <ul className={css.checks}>
        {checks.map((each, i) => (
          <li key={`${each.code} ${i}`} className={css.check} data-state={each.state}>
            <strong className={css.state}>{words.state[each.state]}</strong>
            <span>
              {sentence(words.checks[each.code], each.about)}
              {each.remedy !== null && (
                <span className={css.remedy}>
                  {words.toDo}: {words.remedies[each.remedy]}
                </span>
              )}
            </span>
          </li>
        ))}
      </ul>
      {report.scopes !== null && <Shown report={report} words={words} />}
      {report.scopes !== null && <Setting report={report} organisation={organisation} words={words} />}
    </section>
  );
}

function Shown({ report, words }: Pick<ReportProps, 'report' | 'words'>) {
  return (
    <>
      <h3>{words.willShow}</h3>
      <table className={css.table}>
        <thead>
          <tr>
            <th scope="col">{words.what}</th>
            <th scope="col">{words.shown}</th>
            <th scope="col">{words.reason}</th>
          </tr>
        </thead>
        <tbody>
          {report.shows.map(({ what, state, why, about }) => (
            <tr key={what}>
              <th scope="row">{words.shows[what]}</th>
              <td>{words.yes[state]}</td>
              <td>{sentence(words.why[why], about)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

/** What has to be registered at the server and written down here. */
function Setting({ report, organisation, words }: ReportProps) {
  const { scopes, origins } = report;
  return (
    <dl className={css.setting}>
      <dt>{words.asked}</dt>
      <dd>
        <code>{scopes?.standalone}</code>
      </dd>
      <dt>{words.redirect}</dt>
      <dd>
        <code>{`${location.origin}/callback/${organisation?.id ?? '…'}`}</code>
      </dd>
      {origins.length > 0 && (
        <>
          <dt>{words.origins}</dt>
          <dd>
            <code>{origins.join(' ')}</code>
          </dd>
        </>
      )}
    </dl>
  );
}
