/** A feed as JSON Feed 1.1 (jsonfeed.org) has it, with what this tracker gives of that. */
import * as z from 'zod'
import { words } from './fields.ts'

const item = z
  .strictObject({
    id: words.describe('The same in every format and on every host.'),
    url: z.url(),
    title: words,
    content_html: words,
    summary: words,
    date_published: z.iso.datetime(),
    date_modified: z.iso.datetime(),
    authors: z.array(z.strictObject({ name: words })),
    tags: z.array(words),
  })
  .meta({ id: 'FeedItem', description: 'One thing that happened.' })

export const jsonFeedShape = z
  .strictObject({
    version: z.literal('https://jsonfeed.org/version/1.1'),
    title: words,
    home_page_url: z.url(),
    feed_url: z.url(),
    description: words,
    next_url: z.url().optional().describe('Where older items are; absent on the last page.'),
    icon: z.url(),
    favicon: z.url(),
    language: words,
    hubs: z.array(z.strictObject({ type: z.literal('WebSub'), url: z.url() })),
    items: z.array(item),
  })
  .meta({ id: 'Feed', description: 'JSON Feed 1.1: the newest item first, 50 on a page.' })
