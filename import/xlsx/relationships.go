package xlsx

import (
	"path"
	"strings"

	"numberloader/import/parts"
	"numberloader/import/refuse"
)

// relationship is one line of a part's relationships.
type relationship struct{ id, kind, target string }

// is reports whether the relationship leads to a part of this kind, in any of the
// versions of the standard, which differ only in the address before it.
func (r *relationship) is(kind string) bool { return strings.HasSuffix(r.kind, "/"+kind) }

// relationships are those of a part; "" is the package itself. Targets are names
// of parts; what leads out of the workbook is left out.
func (b *workbook) relationships(part string) ([]relationship, error) {
	folder, file := path.Split(part)
	var all []relationship
	err := b.archive.Scan(folder+"_rels/"+file+".rels", func(s *parts.Scanner) error {
		return s.Children("Relationships", func() error {
			if string(s.AttrBytes("TargetMode")) == "External" {
				return s.Skip()
			}
			if len(all) == b.bounds.links {
				return refuse.TooLarge("refuse.large.links")
			}
			values, err := s.AttrNames("Id", "Type", "Target")
			if err != nil {
				return err
			}
			target := strings.ReplaceAll(values[2], `\`, "/")
			if !strings.HasPrefix(target, "/") {
				target = path.Join("/", folder, target)
			}
			all = append(all, relationship{values[0], values[1], target})
			return s.Skip()
		})
	})
	return all, err
}
