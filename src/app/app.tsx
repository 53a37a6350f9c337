import { useStatus } from '../session/index.ts';
import { Button } from '../ui/index.ts';
import { StartPage, StatePage, t, Workspace } from '../views/index.ts';
import { ErrorBoundary } from './error-boundary.tsx';

/** Which of the few whole pages is shown. The screen itself is `Workspace`. */
export function App() {
  return (
    <ErrorBoundary>
      <Page />
    </ErrorBoundary>
  );
}

function Page() {
  const { phase, message, detail } = useStatus();
  switch (phase) {
    case 'starting':
      return <StatePage title={t.states.starting} busy />;
    case 'launching':
      return <StatePage title={t.states.launching} text={message} busy />;
    case 'start-page':
      return <StartPage />;
    case 'config-error':
      return <StatePage title={t.states.configError} text={message ?? t.states.configHelp} detail={detail} />;
    case 'launch-error':
      return (
        <StatePage title={t.states.launchError} text={message} detail={detail}>
          <StartAgain />
        </StatePage>
      );
    case 'locked':
      return (
        <StatePage title={t.states.locked} text={message ?? t.states.lockedSays} detail={detail}>
          <StartAgain />
        </StatePage>
      );
    case 'ready':
      return <Workspace />;
  }
}

/** A fresh page at the root: on /launch the same address would only repeat the launch that failed. */
const StartAgain = () => (
  <Button look="primary" onClick={() => location.assign('/')}>
    {t.states.startPage}
  </Button>
);
