package importer

import (
	"path"
	"strings"
)

// relationship is one line of a part's relationships.
type relationship struct{ id, kind, target string }

// is says that the relationship leads to a part of this kind, in any of the
// versions of the standard, which differ only in the address before it.
func (r *relationship) is(kind string) bool { return strings.HasSuffix(r.kind, "/"+kind) }

// relationships are those of a part; "" is the package itself. Targets are names
// of parts; what leads out of the workbook is left out.
func (a *archive) relationships(part string) ([]relationship, error) {
	folder, file := path.Split(part)
	var all []relationship
	err := a.scan(folder+"_rels/"+file+".rels", func(s *scanner) error {
		return s.children("Relationships", func() error {
			if string(s.attrBytes("TargetMode")) == "External" {
				return s.skip()
			}
			if len(all) == a.bounds.links {
				return tooLarge("its parts have more links than a list of numbers needs")
			}
			values, err := s.attrNames("Id", "Type", "Target")
			if err != nil {
				return err
			}
			target := strings.ReplaceAll(values[2], `\`, "/")
			if !strings.HasPrefix(target, "/") {
				target = path.Join("/", folder, target)
			}
			all = append(all, relationship{values[0], values[1], target})
			return s.skip()
		})
	})
	return all, err
}
