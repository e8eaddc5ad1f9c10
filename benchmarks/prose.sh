#!/bin/sh
# Fetches ordinary Russian and English prose from Debian packages into a folder: sayings, manual pages, help books.
# usage: sh benchmarks/prose.sh FOLDER
set -eu
mkdir -p "$1/packages" "$1/text"
cd "$1/packages"
for package in fortunes-ru fortunes manpages-ru libreoffice-help-ru aptitude-doc-ru maint-guide-ru debian-faq-ru; do
    [ -d "$package" ] || { apt-get download -q "$package" && dpkg-deb -x "$package"_*.deb "$package"; }
done
find . -path '*games/fortunes*' -type f ! -name '*.dat' -exec sh -c 'cp "$1" "../text/$(basename "$1").txt"' _ {} \;
find . -path '*man/ru/*' -name '*.gz' | while read -r page; do
    zcat "$page" | sed 's/^\.[A-Za-z"\\].*//; s/\\f[A-Z]//g; s/\\-/-/g' > "../text/$(basename "$page" .gz).txt"
done
number=0
find . -name '*.html' | sort | while read -r page; do
    number=$((number + 1))
    cp "$page" "../text/$number.html"
done
