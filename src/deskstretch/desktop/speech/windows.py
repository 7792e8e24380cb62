"""System.Speech on Windows, by PowerShell. Not run on that system yet."""

from __future__ import annotations

import base64

from deskstretch.desktop.speech.standing import Standing

_SCRIPT = """
Add-Type -AssemblyName System.Speech
$in = New-Object IO.StreamReader([Console]::OpenStandardInput(), [Text.Encoding]::UTF8)
$voice = New-Object System.Speech.Synthesis.SpeechSynthesizer
$tongue = [Globalization.CultureInfo]'LANGUAGE'
try { $voice.SelectVoiceByHints(0, 0, 0, $tongue) } catch {}
while ($null -ne ($line = $in.ReadLine())) {
  $voice.SpeakAsyncCancelAll()
  $volume, $text = $line -split ' ', 2
  $voice.Volume = [int]$volume
  if ($text) { [void]$voice.SpeakAsync($text) }
  [Console]::Out.WriteLine('.')
}
"""
"""Reads lines of a volume and a text; a newer line silences the one before."""


def powershell(program: str, language: str) -> Standing:
    """Return the way by PowerShell; the script is its command, the cues its input."""
    script = _SCRIPT.replace("LANGUAGE", language)
    encoded = base64.b64encode(script.encode("utf-16-le")).decode()
    quiet = ("-NoLogo", "-NoProfile", "-NonInteractive")
    command = (program, *quiet, "-EncodedCommand", encoded)
    return Standing("system-speech", command, _lines, "0 \n")


def _lines(text: str, volume: int) -> str:
    return f"{volume} {text}\n"
