import { Component, type ReactNode, Suspense } from 'react'
import { Button } from './Button.tsx'
import styles from './Fence.module.css'

interface FenceProps {
  /** what stands here, for the message: "The timeline" */
  readonly what: string
  /** keeps the room while it loads */
  readonly meanwhile?: ReactNode
  readonly children: ReactNode
}

interface FenceState {
  readonly failed: boolean
}

/** A part of the screen that loads by itself and, should it break, does not take the rest with it. */
export class Fence extends Component<FenceProps, FenceState> {
  override state: FenceState = { failed: false }

  static getDerivedStateFromError(): FenceState {
    return { failed: true }
  }

  override render(): ReactNode {
    const { children, meanwhile = null } = this.props
    if (!this.state.failed) return <Suspense fallback={meanwhile}>{children}</Suspense>
    return (
      <div className={styles.broken} role="alert">
        <p>
          <b>{this.props.what} could not be shown.</b> Nothing was lost: everything is on the board.
        </p>
        <Button onPress={() => this.setState({ failed: false })}>Try again</Button>
      </div>
    )
  }
}
