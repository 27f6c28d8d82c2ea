"use client";

import { Button } from "@/components/ui/action/button";
import "./globals.css";

/** Stands in for the whole document where even the frame failed. */
export default function GlobalError({ error, reset }: { error: Error; reset: () => void }) {
  return (
    <html lang="en">
      <body>
        <main className="mx-auto grid max-w-lg gap-3 px-6 py-20">
          <title>Mooring failed</title>
          <h1 className="text-20 font-semibold">Mooring failed to draw this page</h1>
          <p className="text-13 font-mono break-words">{error.message}</p>
          <div>
            <Button onClick={reset}>Try again</Button>
          </div>
        </main>
      </body>
    </html>
  );
}
