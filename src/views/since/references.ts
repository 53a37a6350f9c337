import { useEffect, useState } from 'react';
import { useOfSources, useRows, type SourceView } from '../../session/index.ts';
import { EVERYTHING } from '../../timeline/index.ts';
import { lookedBefore } from './looked.ts';

/** A moment after which things are new to the reader. */
export interface Reference {
  readonly kind: 'looked' | 'visit';
  readonly time: number;
}

/** The visits read to find the last one that is over; the open one is not the last one. */
const READ = 20;

const anchorOf = (views: readonly SourceView[]) => views.find((view) => view.state?.link.kind === 'anchor');

/** The last look at this patient in this browser, and the last visit here that has ended, where there are any. */
export function useReferences(): readonly Reference[] {
  const home = useOfSources((views) => anchorOf(views)?.organisation.id ?? null);
  const patient = useOfSources((views) => anchorOf(views)?.state?.person?.ref ?? null);
  const looked = useLooked(home === null || patient === null ? null : `${home} ${patient}`);
  const visits = useRows(
    { ...EVERYTHING, kinds: ['encounter'], sources: home === null ? null : [home] },
    0,
    READ,
  );
  const [now] = useState(Date.now);
  const visit = visits?.rows.find(
    ({ time, standing, flags }) =>
      time !== null && time.from < now && standing === 'ended' && flags.launchVisit !== true,
  )?.time;
  return [
    ...(looked === null ? [] : [{ kind: 'looked' as const, time: looked }]),
    ...(home === null || visit === undefined || visit === null
      ? []
      : [{ kind: 'visit' as const, time: visit.from }]),
  ];
}

const asked = new Map<string, Promise<number | null>>();

function useLooked(patient: string | null): number | null {
  const [found, setFound] = useState<{ patient: string; time: number | null } | null>(null);
  useEffect(() => {
    if (patient === null) return undefined;
    let current = true;
    // Asked once a page: asking notes down this look.
    const answer = asked.get(patient) ?? lookedBefore(patient, Date.now());
    asked.set(patient, answer);
    void answer.then((time) => current && setFound({ patient, time }));
    return () => {
      current = false;
    };
  }, [patient]);
  return found?.patient === patient ? found.time : null;
}
