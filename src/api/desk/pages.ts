/** The pages of the desk, loaded together when somebody opens one. */
export { visit } from './browser.tsx'
export { askDeadline, takeDeadline } from './deadline-entry.tsx'
export { pressReplay, showDeliveries } from './deliveries.tsx'
export { showDeadline, showHome } from './home.tsx'
export { askArticle, takeArticle } from './intake.tsx'
export { askReport, takeReport } from './report-entry.tsx'
export { signIn, signOut } from './sign-in.tsx'
