export { Brand } from './brand.tsx';
export { StartPage } from './start-page.tsx';
