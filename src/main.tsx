import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/index.ts';
import { answeredElsewhere, openSession, SessionProvider } from './session/index.ts';

if (!(await answeredElsewhere())) {
  const root = document.getElementById('root');
  if (!root) throw new Error('index.html has no #root');
  createRoot(root).render(
    <StrictMode>
      <SessionProvider open={openSession()}>
        <App />
      </SessionProvider>
    </StrictMode>,
  );
}
