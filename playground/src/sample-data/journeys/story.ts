/** What becomes of one person in the course of their visits. */
import type { Random } from '../random';
import type { Person, SampleCategory, SampleOrder, SampleVisit } from '../types';

export interface Story {
  random: Random;
  person: Person;
  /** They keep coming back to one subject. */
  favourite: SampleCategory;
  visits: SampleVisit[];
  orders: SampleOrder[];
  /** When and how the site learned who they are. */
  identified: { at: number; by: string } | null;
  subscription: 'none' | 'subscribed' | 'unsubscribed';
  isRegistered: boolean;
  hasEnquired: boolean;
  /** Sells our coffee on; buying does not make a client of a partner. */
  isPartner: boolean;
}

export const beginStory = (
  person: Person,
  { random, favourite }: { random: Random; favourite: SampleCategory }
): Story => ({
  random,
  person,
  favourite,
  visits: [],
  orders: [],
  identified: null,
  subscription: 'none',
  isRegistered: false,
  hasEnquired: false,
  isPartner: false,
});

export const identify = (story: Story, at: number, by: string): void => {
  story.identified ??= { at, by };
};
