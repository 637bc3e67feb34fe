package platform

func (d *Desktop) open(target string) error { return d.start("/usr/bin/open", target) }

func (d *Desktop) show(path string) error { return d.start("/usr/bin/open", "-R", path) }
