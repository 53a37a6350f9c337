import { useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { MemberId, Particular, Paper } from '../record/index.ts';
import type { AttachmentId, Opened } from '../worker/index.ts';
import { useSession } from './hooks.ts';

/** What the source wrote for people to read; undefined while it is asked for, null where there is none. */
export function useNarrative(member: MemberId): Paper | null | undefined {
  const { client } = useSession();
  return useQuery({
    queryKey: ['worker', 'narrative', member],
    queryFn: () => client.request('narrative', member),
  }).data;
}

/** What else the record says, as labels and words; undefined while it is read. */
export function useRecordDetails(member: MemberId): readonly Particular[] | undefined {
  const { client } = useSession();
  return useQuery({
    queryKey: ['worker', 'details', member],
    queryFn: () => client.request('details', member),
  }).data;
}

export type AttachmentState =
  | { readonly kind: 'reading'; readonly received: number; readonly about: number | null }
  /** Not there any more, or it may not be seen. */
  | { readonly kind: 'gone' }
  | Opened;

/**
 * Reads an attachment for as long as somebody looks at it: it begins at once, and whoever leaves ends it. Its bytes are
 * in no cache.
 */
export function useAttachment(asked: AttachmentId): {
  readonly state: AttachmentState;
  readonly stop: () => void;
  readonly again: () => void;
} {
  const { client } = useSession();
  const { source, ref, index } = asked;
  const [state, setState] = useState<AttachmentState>(BEGUN);
  const [attempt, setAttempt] = useState(0);
  const over = useRef(false);
  useEffect(() => {
    const wanted = { source, ref, index };
    let left = false;
    over.current = false;
    const unsubscribe = client.subscribe((event) => {
      if (event.kind !== 'attachment' || over.current) return;
      const { source: from, ref: of, index: at } = event.asked;
      if (from === source && of === ref && at === index)
        setState({ kind: 'reading', received: event.received, about: event.about });
    });
    client.request('attachment', wanted).then(
      (opened) => {
        over.current = true;
        if (!left) setState(opened ?? { kind: 'gone' });
      },
      // The session ended: nothing is shown any more, and nobody is there to be told.
      () => undefined,
    );
    return () => {
      left = true;
      unsubscribe();
      if (!over.current) client.request('stop-attachment', wanted).catch(() => null);
    };
  }, [client, source, ref, index, attempt]);
  const stop = useCallback(
    () => void client.request('stop-attachment', { source, ref, index }).catch(() => null),
    [client, source, ref, index],
  );
  const again = useCallback(() => {
    setState(BEGUN);
    setAttempt((n) => n + 1);
  }, []);
  return { state, stop, again };
}

const BEGUN: AttachmentState = { kind: 'reading', received: 0, about: null };
