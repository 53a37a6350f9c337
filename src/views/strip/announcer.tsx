import { useEffect, useRef, useState } from 'react';
import { useSources } from '../../session/index.ts';
import { newsOf, type News } from './news.ts';

/** Tells those who hear the screen when a source has been read, or could not be; politely, once. */
export function Announcer() {
  const views = useSources();
  const tones = useRef<News['tones']>(new Map());
  const [said, say] = useState('');
  useEffect(() => {
    const news = newsOf(tones.current, views);
    tones.current = news.tones;
    if (news.text !== '') say(news.text);
  }, [views]);
  return <output className="said">{said}</output>;
}
