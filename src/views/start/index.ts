export { Brand } from './brand.tsx';
export { Organisations } from './organisations.tsx';
export { StartPage } from './start-page.tsx';
