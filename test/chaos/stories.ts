import { backfillStories } from './backfill-stories.ts'
import type { ChaosStory } from './chaos.ts'
import { peopleStories } from './people-stories.ts'
import { syncStories } from './sync-stories.ts'
import { weeklyStories } from './weekly-stories.ts'

/** Everything that the app does. */
export const stories: ChaosStory[] = [...syncStories, ...peopleStories, ...weeklyStories, ...backfillStories]
