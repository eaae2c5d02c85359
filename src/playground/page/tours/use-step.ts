import { useEffect, useRef, useState } from 'react'
import { showPart } from '../part.ts'
import { goToMessage, showPeople, useSeats } from '../who-am-i.ts'
import { useRing } from './ring.ts'
import type { Began, Pair, Sight, Step } from './tour.ts'
import { useDoing } from './use-doing.ts'
import { useSight } from './use-sight.ts'

/** A step under way. */
interface UnderWay {
  readonly says: string
  /** Nothing is to be done, or it was done before, or it could not be done. */
  readonly mayGoOn: boolean
  /** It was done while it was shown. */
  readonly passed: boolean
  readonly isDoing: boolean
  readonly refused: string | undefined
  readonly doIt: (() => void) | undefined
  /** Where those it is about are no longer on screen: brings them back. */
  readonly comeBack: (() => void) | undefined
}

/** Puts on screen what a step is about, and sees whether it is passed. */
export function useStep(step: Step, began: Began): UnderWay {
  const sight = useSight()
  const pair = step.puts?.(sight, began)
  const comeBack = usePeople(pair)
  useMessage(step.goesTo?.(sight, began), began)
  useRing(typeof step.points === 'function' ? step.points(sight, began) : step.points)
  useEffect(() => {
    if (began && step.part) showPart(step.part)
  }, [step.part, began])
  const done = step.done?.(sight, began) ?? false
  const before = useDoneBefore(began, isComplete(sight, pair) ? done : undefined)
  const { isDoing, refused, start } = useDoing(step, began, sight)
  return {
    says: typeof step.says === 'string' ? step.says : step.says(sight, began),
    mayGoOn: !step.done || before === true || refused !== undefined,
    passed: done && before === false,
    isDoing,
    refused,
    doIt: step.doIt && !comeBack ? start : undefined,
    comeBack,
  }
}

/** Shows them once, and again when others are meant. */
function usePeople(pair: Pair | undefined): (() => void) | undefined {
  const { first, beside } = useSeats()
  const [one, other] = pair ?? []
  useEffect(() => {
    if (one) showPeople(one, other)
  }, [one, other])
  const isAway = [one, other].some((key) => key !== undefined && key !== first && key !== beside)
  return isAway && one ? () => showPeople(one, other) : undefined
}

/** Goes there once a step, as soon as the message is there: later ones are not to take the eye away. */
function useMessage(link: ReturnType<NonNullable<Step['goesTo']>>, began: Began): void {
  const gone = useRef<Began>(undefined)
  useEffect(() => {
    if (!link || gone.current === began) return
    gone.current = began
    goToMessage(link, true)
  }, [link, began])
}

/** All those the step is about have been heard of. */
function isComplete({ clock, people }: Sight, pair: Pair | undefined): boolean {
  const keys = pair ?? []
  return clock !== undefined && keys.every((key) => key === undefined || people.has(key))
}

/** Whether it was done already when the step was first seen whole. */
function useDoneBefore(began: Began, done: boolean | undefined): boolean | undefined {
  const [before, setBefore] = useState<{ readonly began: Began; readonly done: boolean }>()
  const known = before?.began === began ? before.done : undefined
  useEffect(() => {
    if (known === undefined && done !== undefined) setBefore({ began, done })
  }, [known, done, began])
  return known
}
