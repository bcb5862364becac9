# What was built: no fault of lintian, no path of the build; the same bytes again.

is 'lintian finds no error' "$(grep -c '^E: ' "$packages/log")" 0
dpkg-deb -x "$deb" "$work/unpacked"
is 'nothing names the build' "$(grep -rlE '/build/src|/usr/local' \
    "$work/unpacked/usr/bin" "$work/unpacked/usr/lib" "$work/unpacked/usr/share/guichet" |
    tr '\n' ' ')" ''
rm -rf "$work/unpacked"
if [ -n "${FULL:-}" ]; then
	rm -rf "$work/first"
	mkdir "$work/first"
	cp "$packages"/*.deb "$work/first"
	"$root/conf/deb.sh" "$build" "$suite" >&2
	for file in "$work/first"/*.deb; do
		cmp "$file" "$packages/${file##*/}" >&2
		tap "built again, the same bytes: ${file##*/}" $?
	done
fi
