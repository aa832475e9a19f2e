/** The contract of a site, and the page that is made of it. */
import { contractOf } from '../../../src/api/contract/contract-of.ts'
import { Docs } from '../../../src/page/docs/docs.tsx'
import type { OpenApi } from '../../../src/page/docs/openapi.ts'
import type { View } from '../../../src/page/page.ts'

export const SITE = 'https://tracker.example'

export const CONTRACT: OpenApi = JSON.parse(contractOf({ url: SITE }))

export const docsOf = (view: View): string => String(Docs({ view, document: CONTRACT }))
