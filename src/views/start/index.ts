export { Brand } from './brand.tsx';
export { Organisations, StartPage } from './start-page.tsx';
