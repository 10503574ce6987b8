/** Everything here is wrong on purpose: each rule of the architecture must notice it. */
package wrong.tandem;
