import type { Block, Message } from '../../core/message/message.ts'
import type { Enrollment } from '../../core/people/enrollment.ts'
import { invitation, noticeWithButtons } from '../../core/people/notice.ts'
import type { Program } from '../../core/program/program.ts'

interface Noticed {
  readonly program: Program
  readonly enrollment: Enrollment
}

/** The notice as it stands before a first nudge in the same message, with the buttons that answer it. */
export function noticeBlocks({ program, enrollment }: Noticed): Block[] {
  return noticeWithButtons({ program, role: enrollment.role, enrollmentId: enrollment.id })
}

/** The notice as a message of its own. */
export function noticeMessage({ program, enrollment }: Noticed): Message {
  return invitation({ program, role: enrollment.role, enrollmentId: enrollment.id })
}
