import { createContext, useContext } from 'react';
import type { SayContext } from '../leaves/say-context';

export interface BuilderContextValue extends SayContext {
  isDisabled: boolean;
  /** Whether there are scores to ask about. */
  hasScores: boolean;
}

const BuilderContext = createContext<BuilderContextValue | null>(null);

export const BuilderProvider = BuilderContext.Provider;

/** What the parts of one builder share. */
export const useBuilder = (): BuilderContextValue => {
  const value = useContext(BuilderContext);
  if (!value) throw new Error('This belongs inside of a ConditionBuilder');
  return value;
};
