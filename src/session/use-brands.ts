/** How organisations look and what else they are called: read before anybody signs in, while the page is there already. */
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { SourceId } from '../record/index.ts';
import { fetchBrand, type Brand } from '../sources/index.ts';
import { useSources } from './hooks.ts';

const NONE: ReadonlyMap<SourceId, Brand> = new Map();

/** Grows as the servers answer: a slow one keeps nobody waiting. */
export function useBrands(): ReadonlyMap<SourceId, Brand> {
  const asked = useSources()
    .map((view) => view.organisation)
    .filter(({ brands }) => brands === true);
  const queryKey = ['brands', asked.map(({ id }) => id)];
  const { data } = useQuery({
    queryKey,
    enabled: asked.length > 0,
    gcTime: Infinity,
    queryFn: async ({ client }) => {
      let found = NONE;
      const each = async (organisation: (typeof asked)[number]) => {
        const brand = await fetchBrand(organisation);
        if (brand === null) return;
        found = new Map([...found, [organisation.id, brand]]);
        client.setQueryData(queryKey, found);
      };
      await Promise.all(asked.map(each));
      return found;
    },
  });
  return data ?? NONE;
}

const MAX_BYTES = 300_000;
const PICTURES = /^image\/(?:png|jpeg|gif|webp|svg\+xml)\b/;

/**
 * What an <img> may show of a logo: a path of this site or a `data:` picture as it is; one of a server's own through
 * `connect-src`, without cookies, since the policy lets no picture of another site onto the page.
 */
export function useLogo(url: string | null): string | null {
  const here = url !== null && /^(?:\/(?![/\\])|data:image\/)/.test(url);
  const [fetched, setFetched] = useState<string | null>(null);
  useEffect(() => {
    if (url === null || here) return;
    const gone = new AbortController();
    let made: string | null = null;
    pictureAt(url, gone.signal).then(
      (blob) => {
        if (blob === null || gone.signal.aborted) return;
        made = URL.createObjectURL(blob);
        setFetched(made);
      },
      // The mark is there without it.
      () => undefined,
    );
    return () => {
      gone.abort();
      if (made !== null) URL.revokeObjectURL(made);
      setFetched(null);
    };
  }, [url, here]);
  return here ? url : fetched;
}

async function pictureAt(url: string, signal: AbortSignal): Promise<Blob | null> {
  const response = await fetch(url, { credentials: 'omit', referrerPolicy: 'no-referrer', signal });
  const blob = await response.blob();
  return response.ok && PICTURES.test(blob.type) && blob.size <= MAX_BYTES ? blob : null;
}
